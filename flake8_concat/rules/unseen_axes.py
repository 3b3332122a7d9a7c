"""Words for the axis of what is not known: `# concatenate along the height` beside `axis=3`.

Nothing tells how many axes the tensors have. But the fourth is the channels of maps, and the last
is no height, in a file that knows no other order of axes; where the text shows that maps are
joined, the last is no width either, and the second no channels.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from flake8_concat import late
from flake8_concat.diagnostics import Range
from flake8_concat.rules import describe
from flake8_concat.rules.axis_claims import lines_that_claim
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
from flake8_concat.rules.other_format import OtherFormat
from flake8_concat.rules.turned import turned
from flake8_concat.rules.words import (
    LINES,
    SHORT_WORDS,
    SIDES,
    Claim,
    name_claim,
    says_action,
)
from flake8_concat.rules.written_past import WrittenPast
from flake8_concat.trace.facts import Event, Facts
from flake8_concat.trace.source import Source

# What has more axes, so that the fourth is not the last.
_MORE = late.compiled(r"[35][dD]\b|[vV]olum|[vV]ideo|frames|ConvLSTM|TimeDistributed")
_ALONG = late.compiled(r"\b(?:along|over|across|ax[ie]s|dims?|dimensions?)\b|wise\b|\bas an?\b")
_CHANNELS, _LAST = 3, -1
_SECOND = {1: "height", 2: "width"}
_KINDS = ("concat", "split", "reduce", "softmax")
_WORKS = {"concat": "joins", "split": "splits", "reduce": "works", "softmax": "normalises"}


def unseen_claims(facts: Facts) -> Iterator[Finding]:
    """What is said at calls on unknown tensors of a side, where the axis is none."""
    groups = [(kind, events) for kind, events in groups_of(facts) if kind in _KINDS]
    layout, text = Layout.of(facts.source), facts.source.text
    kinds = {kind for kind in {kind for kind, _ in groups} if layout.claims(kind)}
    if any(word in text for word in _SIDED) and _NAMED.search(text):
        kinds.add("concat")
    if not kinds or turned(text):
        return
    for kind, events in groups:
        if kind in kinds and _may_be_told(events[0], kind, facts.source):
            yield from _of_call(facts, layout, kind, events)


def _may_be_told(event: Event, kind: str, source: Source) -> bool:
    """Whether the number of an axis says which it is, in such a file.

    Where a map was given another order, which axes a reduction has is its author's affair.
    """
    axis = _axis_of(event)
    if axis is None or axis == _LAST:
        return axis is not None
    if kind != "concat":
        if source.view(OtherFormat).turned(event.site):
            return False
    return not _has_more(source.text)


@lru_cache(maxsize=1)  # each call of a file asks
def _has_more(text: str) -> bool:
    """Whether a file has maps of more axes than others."""
    return _MORE.search(text) is not None


def _of_call(facts: Facts, layout: Layout, kind: str, events: list[Event]) -> Iterator[Finding]:
    """The findings at one call."""
    event, axis = events[0], _axis_of(events[0])
    uses = [use_of(one, facts) if one.inputs else None for one in events]
    if axis is None or all(uses):
        return  # the rule has looked at it already
    used = frozenset().union(*(use.used for use in uses if use is not None))
    what = _SECOND.get(axis, "channels")
    for claim, place, said in _claims(layout, event, kind):
        if claim.axes & used or not _contradicts(facts, event, claim):
            continue
        message = (
            f"{describe.call(event)} {_WORKS[kind]} along axis {axis}, the {what} of maps, but "
            f"{said} says {'/'.join(sorted(claim.axes))}"
        )
        at = Place.of(event.site)
        if isinstance(place, Comment):
            start = place.text.find(claim.word, claim.start)
            found: Range = place.range(start, start + len(claim.word))
            related = ((at, "the call"),)
            yield Finding(Place(facts.source, range=found), message, related=related)
        else:
            yield Finding(at, message)


_SIDED = ("height", "width", "row", "col", "batch")
# Names of joins with a word for a side: `merged_height`, `name="widthwise_concat"`.
_NAMED = late.compiled(
    r"(?:concat|merge|join|cat)\w*_(?:height|width|rows?|cols?|columns?|batch)"
    r"|(?:height|width|rows?|cols?|columns?)_?(?:wise)?_(?:concat|merge|join|cat)"
)


def _axis_of(event: Event) -> int | None:
    """The axis by its number, as it is written: the last, or one of maps."""
    if activates(event):
        return _LAST if event.bound.get("data_format") in (None, "channels_last") else None
    axis = event.bound.get("axis")
    if axis is None and event.callee == "keras.backend.concatenate":
        axis = _LAST
    if isinstance(axis, (list, tuple)) and len(axis) == 1:
        axis = axis[0]
    known = (_CHANNELS, _LAST, *_SECOND)
    return axis if type(axis) is int and axis in known else None


def _contradicts(facts: Facts, event: Event, claim: Claim) -> bool:
    """Whether an axis is certainly not the one that is said."""
    axis = _axis_of(event)
    if claim.axes == {"batch"}:
        return _has_batch_first(facts, event)
    if facts.source.view(OtherFormat).spoken_of(event.site):
        # there the last may be a width, but no height
        return axis == _LAST and claim.axes == {"height"}
    if axis in _SECOND:
        return kind_of(event) == "concat" and claim.axes == {"channels"} and _of_maps(facts, event)
    if not claim.axes <= set(SIDES):
        return False
    if kind_of(event) == "softmax" and claim.word.lower() in LINES:
        return activates_maps(event)  # of a matrix the rows may be anything
    # of a mask without channels the last is the width
    return axis == _CHANNELS or claim.axes == {"height"} or _of_maps(facts, event)


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
    return WrittenPast.of(facts.source).of_maps(event.site)


def _claims(layout: Layout, event: Event, kind: str) -> Iterator[tuple[Claim, Comment | None, str]]:
    """What comments and names at a call say of its axis."""
    span = layout.span_of(event.site.statement)
    if span is None:
        return
    above = [comment for comment in layout.above(span) if not comment.of_code]
    used = frozenset({_SECOND.get(_axis_of(event) or 0, "channels")})
    written = describe.code(event.site.node).lower()
    for comment in (*layout.beside(span), *lines_that_claim(above, kind, used)):
        claim = claim_of(comment.text, kind)
        if claim is None or claim.number is not None or not claim.firm:
            continue
        spoken = _ALONG.search(comment.text) and says_action(comment.text, kind)
        if spoken and claim.word.lower() not in written:
            yield claim, comment, "the comment"
    if kind != "concat":
        return
    names = [(target, f"the name {target}") for target in event.site.targets]
    given = event.bound.get("name")
    names += [(given, f"the layer's name {given!r}")] if isinstance(given, str) else []
    for name, said in names:
        claim = name_claim(name, kind)
        if claim is not None and claim.firm and claim.word not in SHORT_WORDS:
            yield claim, None, said
