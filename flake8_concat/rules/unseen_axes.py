"""Words for the axis of what is not known: `# concatenate along the height` beside `axis=3`.

Nothing tells how many axes the tensors have. But the fourth is the channels of maps, and the last
is no height, in a file that knows no other order of axes; where the text shows that maps are
taken, the last is no width either, and the second and third no channels. Arrays of images that
the file makes itself have their height before their width.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.rules import describe
from flake8_concat.rules.axis_claims import is_outer, lines_that_claim, said_by_function
from flake8_concat.rules.axis_uses import (
    activates,
    activates_maps,
    groups_of,
    kind_of,
    use_of,
)
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.clauses import claim_of
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.comments_apart import claims_apart
from flake8_concat.rules.lineage import width_first
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.over_batch import (
    goes_into_maps,
    reduced_again,
    said_of_batch,
    surely_behind,
)
from flake8_concat.rules.turned import reads_sequences, turned
from flake8_concat.rules.words import (
    LINES,
    SHORT_WORDS,
    SIDES,
    Claim,
    name_claim,
    says_action,
)
from flake8_concat.rules.written_in import unseen_bodies, written_in
from flake8_concat.rules.written_past import WrittenPast
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.source import Source

# What has more axes, so that the fourth is not the last. The costs of a cost volume are its
# channels, where nothing is of three dimensions.
_MORE = late.compiled(
    r"[35][dD]\b|(?<![cC]ost[ _])(?<![cC]ost)[vV]olum|[vV]ideo|frames|ConvLSTM|TimeDistributed"
)
# A function that pools maps as a whole.
_GLOBAL = late.compiled(r"global_?(?:avg|average|mean|max|sum)_?pool", re.IGNORECASE)
_ALONG = late.compiled(r"\b(?:along|over|across|ax[ie]s|dims?|dimensions?)\b|wise\b|\bas an?\b")
_BATCH, _CHANNELS, _LAST = 0, 3, -1
_SECOND = {1: "height", 2: "width"}
_AXES = {_BATCH: "batch", **_SECOND}
_COLOURS = (1, 3, 4)
_KNOWN = (_CHANNELS, _LAST, *_SECOND)
_KINDS = ("concat", "split", "reduce", "softmax")
_WORKS = {"concat": "joins", "split": "splits", "reduce": "works", "softmax": "normalises"}


def unseen_claims(facts: Facts) -> Iterator[Finding]:
    """What is said at calls on unknown tensors of a side, where the axis is none."""
    groups = [(kind, events) for kind, events in groups_of(facts) if kind in _KINDS]
    unseen = ((kind_of(event), event) for event in unseen_bodies(facts))
    groups += [(kind, [event]) for kind, event in unseen if kind == "reduce"]
    layout, text = Layout.of(facts.source), facts.source.text
    kinds = {kind for kind in {kind for kind, _ in groups} if layout.claims(kind)}
    if groups and (_names_side(facts.source) or _tells_side(text)):
        kinds = {kind for kind, _ in groups}
    if not kinds:
        return
    as_always = not turned(text)  # the batch is the first, whichever side comes next
    count = Counter((events[0].site.scope, kind) for kind, events in groups)
    for kind, events in groups:
        if kind in kinds:
            told = as_always and _may_be_told(events[0], kind, facts.source)
            alone = told and count[events[0].site.scope, kind] == 1
            for claim, finding in _of_call(facts, layout, kind, events, alone=alone):
                if told or (kind == "reduce" and claim.axes == {"batch"}):
                    yield finding


def _may_be_told(event: Event, kind: str, source: Source) -> bool:
    """Whether the number of an axis says which it is, in such a file.

    Where a map was given another order, which axes a reduction has is its author's affair.
    """
    axes = _axes_of(event)
    if axes in ((), (_LAST,), (_BATCH,)):
        return bool(axes)
    if _pools_all(event, kind):
        return True
    if kind != "concat":
        if source.view(OtherFormat).turned(event.site):
            return False
    return not _has_more(source.text)


def _pools_all(event: Event, kind: str | None) -> bool:
    """Whether it reduces both sides in a function that pools maps: of a sequence that were all."""
    name = event.site.scope.rpartition(".")[2]
    return kind == "reduce" and _axes_of(event) == tuple(_SECOND) and bool(_GLOBAL.search(name))


@lru_cache(maxsize=1)  # each call of a file asks
def _has_more(text: str) -> bool:
    """Whether a file has maps of more axes than others."""
    return _MORE.search(text) is not None


def _of_call(
    facts: Facts, layout: Layout, kind: str, events: list[Event], *, alone: bool
) -> Iterator[tuple[Claim, Finding]]:
    """The findings at one call. `alone`: it is the only one of its kind in its function."""
    event, axes = events[0], _axes_of(events[0])
    uses = [use_of(one, facts) if one.inputs else None for one in events]
    if not axes or all(uses):
        return  # the rule has looked at it already
    used = frozenset().union(*(use.used for use in uses if use is not None))
    what = " and ".join(_SECOND.get(axis, "channels") for axis in axes) + " of maps"
    what = "the batch" if axes == (_BATCH,) else f"the {what}"
    number = f"axis {axes[0]}" if len(axes) == 1 else f"axes {' and '.join(map(str, axes))}"
    claims = list(_claims(layout, event, kind))
    if alone and event.site.function is not None:
        written = describe.code(event.site.node).lower()
        for claim, _, said in said_by_function(event.site.function, kind):
            named = claim.firm and claim.word not in SHORT_WORDS
            if named and claim.word.lower() not in written:
                claims.append((claim, None, said))
    for claim, place, said in claims:
        if claim.axes & used or not _contradicts(facts, event, claim):
            continue
        message = (
            f"{describe.call(event)} {_WORKS[kind]} along {number}, {what}, but "
            f"{said} says {'/'.join(sorted(claim.axes))}"
        )
        if claim.axes == {"batch"}:
            message = (
                f"{describe.call(event)} {_WORKS[kind]} along {number}, but {said} says batch, "
                "which is axis 0"
            )
        at = Place.of(event.site)
        if isinstance(place, Comment):
            start = place.text.find(claim.word, claim.start)
            found: Range = place.range(start, start + len(claim.word))
            related = ((at, "the call"),)
            yield claim, Finding(Place(facts.source, range=found), message, related=related)
        else:
            yield claim, Finding(at, message)


# Names with a word for a side: `merged_height`, `name="widthwise_concat"`, `sum_over_rows`.
_NAMED = late.compiled(
    r"(?:concat|merge|join|cat)\w*_(?:height|width|rows?|cols?|columns?|batch)"
    r"|(?:height|width|rows?|cols?|columns?)_?(?:wise)?_(?:concat|merge|join|cat)"
    r"|_(?:over|along|across)_(?:the_)?(?:height|width|rows?|cols?|columns?)"
)
_ACTING = ("concat", "merge", "join", "cat_", "_over_", "_along_", "_across_")
# What a docstring says: "along the width"
_WAYS = ("along ", "across ", "over ")
_SIDE = late.compiled(r"(?:the[ ])?(?:height|width|rows?|columns?|channels?|batch)\b")


def _names_side(source: Source) -> bool:
    """Whether a name in the file may say along which side it works: a quick look."""
    text = source.text
    return any(word in text for word in _ACTING) and _NAMED.search(source.words) is not None


def _tells_side(text: str) -> bool:
    """Whether a docstring of the file may say so: a quick look."""
    if '"""' not in text and "'''" not in text:
        return False
    for way in _WAYS:
        at = text.find(way)
        while at >= 0:
            if _SIDE.match(text, at + len(way)):
                return True
            at = text.find(way, at + 1)
    return False


def _axes_of(event: Event) -> tuple[int, ...]:
    """The axes by their numbers, as they are written: the last, or those of maps; () if others."""
    if activates(event):
        return (_LAST,) if event.bound.get("data_format") in (None, "channels_last") else ()
    axis = event.bound.get("axis")
    if axis is None and event.callee == "keras.backend.concatenate":
        axis = _LAST
    axes = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    if axes == tuple(_SECOND) or (axes == (_BATCH,) and kind_of(event) == "concat"):
        return axes if type(axis) is not bool else ()
    return axes if len(axes) == 1 and type(axis) is not bool and axes[0] in _KNOWN else ()


def _contradicts(facts: Facts, event: Event, claim: Claim) -> bool:
    """Whether an axis is certainly not the one that is said."""
    axes, kind = _axes_of(event), kind_of(event)
    if axes == (_BATCH,):
        return claim.axes != {"batch"} and _keeps_batch_first(event)
    if claim.axes == {"batch"}:
        if kind in ("softmax", "reduce"):
            return surely_behind(event, axes, of_maps=_of_maps(facts, event))
        if kind == "split" and axes[0] > 0 and "time_major" not in facts.source.text:
            return True
        return axes == (_CHANNELS,) or _has_batch_first(facts, event)
    if facts.source.view(OtherFormat).spoken_of(event.site):
        # there the last may be a width, but no height
        return axes == (_LAST,) and claim.axes == {"height"}
    if axes[0] in _SECOND:
        if len(axes) == 1 and claim.axes < set(SIDES) and claim.axes != {_SECOND[axes[0]]}:
            return _of_pictures(facts, event)
        return kind != "split" and claim.axes == {"channels"} and _of_maps(facts, event)
    if not claim.axes <= set(SIDES):
        return False
    if kind == "softmax" and claim.word.lower() in LINES:
        return activates_maps(event)  # of a matrix the rows may be anything
    # of a mask without channels the last is the width
    if axes == (_CHANNELS,) or claim.axes == {"height"} or _of_maps(facts, event):
        return True
    # what a layer joins has a batch, so that a mask would need channels as well
    text = facts.source.text
    maps = "Conv2D" in text or "tf.image." in text
    return kind == "concat" and maps and _has_batch(event) and not reads_sequences(text)


# What may give tensors another first axis than the batch, or leaves it out.
_TAKES_BATCH = late.compiled(
    r"transpose\(|permute|stack\(|TensorArray|map_fn|vmap|scan\(|squeeze|reshape|time_major|gather"
    r"|[\w)]\[|moveaxis|swapaxes|while_loop|shape"
)


def _keeps_batch_first(event: Event) -> bool:
    """Whether the first axis is the batch in the `call` of a layer: nothing in it changes that."""
    function, node = event.site.function, event.site.node
    if function is None or not event.site.scope.endswith(".call"):
        return False
    given = describe.code(node.args[0].value) if isinstance(node, cst.Call) and node.args else ""
    if "split(" not in given and not any(one.symbolic for one in event.inputs):
        return False  # weights have none
    return not _TAKES_BATCH.search(describe.code(function.body))


def _has_batch(event: Event) -> bool:
    """Whether what is joined has a batch: what a layer of Keras takes.

    Or what is joined in the `call` of one again, where it was split.
    """
    if event.callee.startswith("keras.layers."):
        return True
    function = event.site.function
    if function is None or not event.site.scope.endswith(".call"):
        return False
    return "split(" in describe.code(function.body)


def _of_pictures(facts: Facts, event: Event) -> bool:
    """Whether it takes an array of images made with this shape: `zeros((8, 32, 48, 3))`."""
    given = event.inputs[0] if event.inputs else None
    if given is None or given.symbolic or not isinstance(given.shape, Shape):
        return False
    made = len(given.shape) == 4 and given.shape[3] in _COLOURS
    return made and (given.node is None or not given.node.inputs) and not width_first(facts, given)


def _has_batch_first(facts: Facts, event: Event) -> bool:
    """Whether a join of what has the batch as its first axis is along another one.

    A layer of Keras takes nothing else; of arrays one axis may be all that they have.
    """
    if kind_of(event) != "concat" or "time_major" in facts.source.text:
        return False
    return event.callee.startswith("keras.layers.") or _of_maps(facts, event)


def _of_maps(facts: Facts, event: Event) -> bool:
    if activates(event):  # the layer's own name tells it
        return activates_maps(event)
    if WrittenPast.of(facts.source).of_maps(event.site):
        return True
    if _pools_all(event, kind_of(event)):
        return True
    return kind_of(event) == "reduce" and goes_into_maps(event)


def _claims(layout: Layout, event: Event, kind: str) -> Iterator[tuple[Claim, Comment | None, str]]:
    """What comments and names at a call say of its axis."""
    site = written_in(event.site)
    span = layout.span_of(site.statement)
    if span is None:
        return
    above = [comment for comment in layout.above(span) if not comment.of_code]
    used = frozenset(_AXES.get(axis, "channels") for axis in _axes_of(event))
    written = describe.code(event.site.node).lower()
    for comment in (*layout.beside(span), *lines_that_claim(above, kind, used)):
        claim = claim_of(comment.text, kind)
        if claim is None or claim.number is not None or not claim.firm:
            continue
        spoken = _ALONG.search(comment.text) and (
            says_action(comment.text, kind) or is_outer(site, event)
        )
        if kind == "reduce" and claim.axes == {"batch"}:
            spoken = spoken and said_of_batch(comment.text, event) and not reduced_again(site)
        if spoken and claim.word.lower() not in written:
            yield claim, comment, "the comment"
    for claim, comment in claims_apart(layout, span) if kind == "concat" else ():
        if _ALONG.search(comment.text) and claim.word.lower() not in written:
            yield claim, comment, "the comment"
    names = [(target, f"the name {target}") for target in site.targets]
    given = event.bound.get("name")
    names += [(given, f"the layer's name {given!r}")] if isinstance(given, str) else []
    for name, said in names:
        claim = name_claim(name, kind)
        if claim is not None and claim.firm and claim.word not in SHORT_WORDS:
            yield claim, None, said
