"""A name or comment says another axis than the code uses.

## What it does
Compares what people say with the axis that a call works on: the name of the result, of the layer
(`name=`) and of the function around it, a named axis (`axis=WIDTH_AXIS`), the comment on the line
or right above it (which may say the axis by its number), the first lines of the docstring; a list
of numbered axes; `top, bottom` as the names of two halves. It looks at joins, splits, repeats,
reductions, softmax, cropping, padding, upsampling and pooling. What an axis means follows from the
rank and the data format: channels_last maps are (batch, height, width, channels).

## Why is this bad
Nothing raises where the sizes happen to fit. Either the code joins the wrong axis, or the next
reader is told the wrong thing; the mistake behind many transposed images.

## Example
```python
import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 64, 32))
# Concatenate along the width axis
merged_width = layers.Concatenate(axis=1)([left, right])
```

## Use instead
```python
import keras
from keras import layers

left = keras.Input((64, 64, 32))
right = keras.Input((64, 64, 32))
# Concatenate along the width axis
merged_width = layers.Concatenate(axis=2)([left, right])
```

## Fix
The axis word in the comment is replaced, which is safe. Or the axis of the call, which changes what
the program does; that comes first where several names and comments say the same.

## Known limits
Words that may mean something else are left alone: `width_multiplier`, `HeightAttention`, a name
with two axes, a sentence with "not". So are tensors that were transposed or reshaped, files that
put the width first on purpose, and images that go in channels first under layers that are not
told so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.keras.graph import Tensor
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.axis_fixes import AXIS_POSITION, axis_fix
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout, joined
from flake8_concat.rules.lineage import looks_channels_first, turns, width_first
from flake8_concat.rules.names import dotted
from flake8_concat.rules.spatial_concat import joins_pictures
from flake8_concat.rules.words import (
    SIDES,
    Claim,
    counted_axis,
    name_claim,
    named_axis,
    numbered_claim,
    parts_claim,
    sentence_claim,
    spoken_word,
)
from flake8_concat.shapes import Known, Shape
from flake8_concat.trace.facts import Event, Facts, Site

CODE = "CAT201"
NAME = "axis-label"

_KINDS: dict[str, str] = {
    **dict.fromkeys(("Concatenate", "concatenate", "concat"), "concat"),
    **dict.fromkeys(("split", "array_split"), "split"),
    **dict.fromkeys(("Softmax", "softmax", "log_softmax"), "softmax"),
    **dict.fromkeys(
        ("reduce_mean", "reduce_max", "reduce_sum", "reduce_min", "reduce_prod", "mean", "max",
         "sum", "min", "amax", "amin", "logsumexp", "reduce_logsumexp", "reduce_std", "std", "var",
         "prod", "median", "argmax", "argmin", "norm", "cumsum", "any", "all", "count_nonzero"),
        "reduce",
    ),
    **dict.fromkeys(("repeat", "roll"), "repeat"),
    **dict.fromkeys(
        tuple(f"{how}{what}{n}D" for how in ("Average", "Max", "Avg")
              for what in ("Pooling", "Pool") for n in (1, 2, 3)),
        "pool",
    ),
    **dict.fromkeys(("Cropping1D", "Cropping2D", "Cropping3D"), "crop"),
    **dict.fromkeys(("ZeroPadding1D", "ZeroPadding2D", "ZeroPadding3D"), "pad"),
    **dict.fromkeys(("UpSampling1D", "UpSampling2D", "UpSampling3D"), "upsample"),
    **dict.fromkeys(
        tuple(f"Global{how}{what}{n}D" for how in ("Average", "Max", "Avg")
              for what in ("Pooling", "Pool") for n in (1, 2, 3)),
        "reduce",
    ),
}  # fmt: skip
# They say in sizes, not by number, along which axes they work.
_BY_SIZES = ("crop", "pad", "upsample", "pool")
_DEFAULT_AXIS = {"concat": -1, "softmax": -1, "split": 0}
# What a layer does is done in these, and its class is called after it.
_METHODS = ("call", "__call__", "forward")
_DOES = {
    "concat": "joins along",
    "split": "splits along",
    "softmax": "normalises along",
    "reduce": "reduces",
    "repeat": "repeats along",
    "pool": "pools",
    "crop": "crops",
    "pad": "pads",
    "upsample": "enlarges",
}
# An axis goes by several names.
_SAME: tuple[frozenset[str], ...] = (
    frozenset({"channels", "features"}),
    frozenset({"steps", "time"}),
)


@dataclass(frozen=True, slots=True)
class _Use:
    """What the evaluations of one call do.

    used:   the axes that it works on, by all their names
    named:  the one axis, as the message calls it
    known:  all axes that the tensor has
    names:  the same in their order
    rank:   of the tensor
    """

    events: list[Event]
    kind: str
    used: frozenset[str]
    named: str
    axis: int | None
    known: frozenset[str]
    names: tuple[str, ...]
    rank: int


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    uses = list(_uses(facts))
    alone = _alone(uses)
    for use in uses:
        found = {  # each once, though the layer may be made and called on the same line
            (id(place), what): (claim, place, what)
            for claim, place, what in _claims(facts, use, alone)
            if _contradicts(claim, use)
        }
        wrong = list(found.values())
        tensors = [tensor for event in use.events[:1] for tensor in event.inputs]
        if not wrong or looks_channels_first(*tensors) or width_first(facts, *tensors):
            continue
        if turns(*tensors):
            continue
        yield from _findings(facts, use, wrong)


def _uses(facts: Facts) -> Iterator[_Use]:
    """The calls that work on an axis in the same way each time they are evaluated."""
    groups: dict[int, list[Event]] = {}
    for event in facts.events:
        here = event.kind in ("call", "op") and event.site.source is facts.source
        if here and event.callee.rpartition(".")[2] in _KINDS:
            groups.setdefault(id(event.site), []).append(event)
    for events in groups.values():
        found = [_use(event, facts) for event in events]
        first = found[0]
        if first is not None and all(
            use is not None and (use.used, use.named) == (first.used, first.named) for use in found
        ):
            yield replace(first, events=events)


def _use(event: Event, facts: Facts) -> _Use | None:
    if not event.inputs or not isinstance(event.inputs[0].shape, Shape):
        return None
    if not event.inputs[0].symbolic or not event.certain:
        return None
    kind = _KINDS[event.callee.rpartition(".")[2]]
    names = axis_names(event.inputs[0], facts.image_data_format)
    axes = _axes(event, kind, len(event.inputs[0].shape))
    if not names or not axes or any(axis >= len(names) for axis in axes):
        return None
    used = frozenset().union(*(_all_names(names[axis], len(names)) for axis in axes))
    known = frozenset().union(*(_all_names(name, len(names)) for name in names))
    named = " and ".join(names[axis] for axis in axes)
    axis = axes[0] if len(axes) == 1 else None
    return _Use([event], kind, used, named, axis, known, tuple(names), len(names))


def _all_names(name: str, rank: int) -> frozenset[str]:
    if rank == 5 and name in ("depth", "time"):
        return frozenset({"depth", "time", "steps"})
    return next((same for same in _SAME if name in same), frozenset({name}))


def _axes(event: Event, kind: str, rank: int) -> tuple[int, ...]:
    """The axes that an evaluation works on, () if not known."""
    if kind in _BY_SIZES or "Global" in event.callee:
        return _changed(event)
    axis: Any = event.bound.get("axis", _DEFAULT_AXIS.get(kind))
    axes = tuple(axis) if isinstance(axis, (list, tuple)) else (axis,)
    if not axes or any(type(item) is not int or not -rank <= item < rank for item in axes):
        return ()
    if kind == "concat" and len(event.inputs) < 2:
        return ()
    return tuple(item % rank for item in axes)


def _changed(event: Event) -> tuple[int, ...]:
    """The axes whose size is not what it was."""
    before = event.inputs[0].shape
    if not isinstance(event.value, Tensor) or type(event.outcome) is not Known:
        return ()
    after = event.value.shape
    if not isinstance(after, Shape) or not isinstance(before, Shape):
        return ()
    if "Global" in event.callee:
        return tuple(range(1, len(before) - 1)) if before[-1] == after[-1] else ()
    if len(before) != len(after):
        return ()
    return tuple(
        i for i, (a, b) in enumerate(zip(before, after, strict=True)) if a is not b and a != b
    )


def _alone(uses: list[_Use]) -> set[tuple[str, str]]:
    """The functions in which only one call of a kind stands: what their name says is about it."""
    seen: dict[tuple[str, str], int] = {}
    for use in uses:
        key = (use.events[0].site.scope, use.kind)
        seen[key] = seen.get(key, 0) + 1
    return {key for key, count in seen.items() if count == 1}


_Said = tuple[Claim, "Comment | Place | None", str]


def _claims(facts: Facts, use: _Use, alone: set[tuple[str, str]]) -> Iterator[_Said]:
    """What is said about a call, where, and in which words it is quoted."""
    event = use.events[0]
    sites = [event.site]
    if event.created is not None and event.created is not event.site:
        sites.append(event.created)
    for site in sites:
        if site.source is not facts.source:
            continue
        for target in site.targets:
            claim = name_claim(target.rpartition(".")[2], use.kind)
            if claim is not None:
                yield claim, None, f"the name {target}"
        if use.kind == "split":
            claim = parts_claim(site.targets)
            if claim is not None:
                yield claim, None, f"the pair of names {', '.join(site.targets)}"
        yield from _comments(site, use)
    yield from _layer_name(use, event)
    yield from _axis_argument(sites)
    if event.site.function is not None and (event.site.scope, use.kind) in alone:
        yield from _function(event.site.function, use.kind)
        *_, owner, method = ("", *event.site.scope.split("."))
        claim = name_claim(owner, use.kind) if method in _METHODS else None
        if claim is not None and claim.firm:
            yield claim, None, f"the class's name {owner}"


def _layer_name(use: _Use, event: Event) -> Iterator[_Said]:
    given = event.bound.get("name")
    written = any(a.keyword == "name" for a in event.arguments)
    if not written and event.created is not None and isinstance(event.created.node, cst.Call):
        written = any(
            a.keyword is not None and a.keyword.value == "name" for a in event.created.node.args
        )
    if isinstance(given, str) and written:
        claim = name_claim(given.rpartition("/")[2], use.kind)
        if claim is not None and len({e.bound.get("name") for e in use.events}) == 1:
            yield claim, None, f"the layer's name {given!r}"


def _axis_argument(sites: list[Site]) -> Iterator[_Said]:
    """What an axis given by a name says: `axis=WIDTH_AXIS`, `tf.concat(maps, WIDTH_AXIS)`."""
    for site in sites:
        if not isinstance(site.node, cst.Call):
            continue
        for position, arg in enumerate(site.node.args):
            name = dotted(arg.value)
            by_place = arg.keyword is None and position == AXIS_POSITION.get(
                _last_name(site.node.func)
            )
            if name is None or not (by_place or (arg.keyword and arg.keyword.value == "axis")):
                continue
            claim = named_axis(name.rpartition(".")[2])
            if claim is not None:
                yield claim, None, f"axis={name}"


def _last_name(func: cst.BaseExpression) -> str:
    return (dotted(func) or "").rpartition(".")[2]


def _comments(site: Site, use: _Use) -> Iterator[_Said]:
    layout, kind = Layout.of(site.source), use.kind
    if not layout.claims(kind):
        return
    span = layout.span_of(site.statement)
    if span is None or not isinstance(span.node, cst.SimpleStatementLine):
        return
    blocks = [[comment] for comment in layout.beside(span)]
    above = [comment for comment in layout.above(span) if not comment.of_code]
    if above:
        blocks.append(above)
    for block in blocks:
        if use.axis is not None and len(block) == 1:
            numbered = numbered_claim(block[0].text, use.axis, use.rank)
            if numbered is not None:
                yield numbered, block[0], "the comment"
                continue
            counted = _counted(block[0], use)
            if counted is not None:
                yield counted, block[0], "the comment"
                continue
        whole = sentence_claim(joined(block), kind)
        if whole is None:
            continue
        for comment in block:
            claim = sentence_claim(comment.text, kind)
            if claim is not None and claim.axes == whole.axes:
                yield claim, comment, "the comment"
                break
        else:
            yield whole, None, "the comment"


def _counted(comment: Comment, use: _Use) -> Claim | None:
    """What `# concat along axis 1` says, as the axis that has this number."""
    found = counted_axis(comment.text, use.kind)
    if found is None or not -use.rank <= found[0] < use.rank:
        return None
    number, start = found
    name = use.names[number]
    return Claim(_all_names(name, use.rank), str(number), start, number=number)


def _function(function: cst.FunctionDef, kind: str) -> Iterator[_Said]:
    claim = name_claim(function.name.value, kind)
    if claim is not None and claim.firm:
        yield claim, None, f"the function's name {function.name.value}"
    docstring = function.get_docstring()
    if docstring:
        for line in docstring.strip().splitlines()[:3]:
            claim = sentence_claim(line, kind)
            if claim is not None:
                yield claim, None, "the docstring"
                return


def _contradicts(claim: Claim, use: _Use) -> bool:
    if not claim.axes.isdisjoint(use.used) or claim.axes.isdisjoint(use.known):
        return False
    both_sides = claim.axes <= set(SIDES) and use.used <= set(SIDES)
    if use.kind == "pool" and len(use.used) > 1:  # maps are pooled on both sides, always
        return False
    return (claim.firm and use.kind != "pool") or both_sides


def _findings(facts: Facts, use: _Use, wrong: list[_Said]) -> Iterator[Finding]:
    """One finding at the call for all that is said there, one for each comment above it."""
    span = Layout.of(facts.source).span_of(use.events[0].site.statement)
    apart = [
        (said, comment)
        for said in wrong
        if isinstance(comment := said[1], Comment) and (span is None or comment.line < span.first)
    ]
    here = [said for said in wrong if all(said is not other for other, _ in apart)]
    beside = [said[1] for said in here if isinstance(said[1], Comment)]
    if len(beside) == len(here) == 1:
        apart.append((here.pop(), beside.pop()))
    for said, comment in apart:
        yield _at_comment(facts, use, wrong, said[0], comment)
    if here:
        fixes = [fix for said in here for fix in _comment_fixes(use, said[0], said[1])]
        yield Finding(
            Place.of(use.events[0].site),
            _message(facts, use, here[0][0], list(dict.fromkeys(what for _, _, what in here))),
            fixes=_in_order(facts, use, _axis_fixes(facts, use, wrong), fixes, len(wrong)),
        )


def _at_comment(
    facts: Facts, use: _Use, wrong: list[_Said], claim: Claim, comment: Comment
) -> Finding:
    return Finding(
        Place(facts.source, range=_word_range(claim, comment)),
        _message(facts, use, claim, ["the comment"]),
        related=((Place.of(use.events[0].site), "the call"),),
        fixes=_in_order(
            facts,
            use,
            _axis_fixes(facts, use, wrong),
            _comment_fixes(use, claim, comment),
            len(wrong),
        ),
    )


def _in_order(
    facts: Facts, use: _Use, axis: list[Fix], comment: list[Fix], witnesses: int
) -> tuple[Fix, ...]:
    """The likelier fix first: several names and comments are seldom wrong together.

    Where a join of maps is suspicious by itself, the comment is right.
    """
    if use.kind == "concat" and joins_pictures(facts, use.events):
        return tuple(axis)
    return tuple(axis + comment if witnesses > 1 else comment + axis)


def _message(facts: Facts, use: _Use, claim: Claim, whats: list[str]) -> str:
    event = use.events[0]
    number = f"axis {use.axis} ({use.named})" if use.axis is not None else f"the {use.named}"
    said = "/".join(sorted(claim.axes))
    say = "say" if len(whats) > 1 else "says"
    if claim.number is not None:
        at = claim.number % use.rank
        return (
            f"{describe.call(event)} {_DOES[use.kind]} {number}, "
            f"but {' and '.join(whats)} {say} axis {claim.number} ({use.names[at]})"
        )
    whole = f"{describe.call(event)} {_DOES[use.kind]} {number}, "
    whole += f"but {' and '.join(whats)} {say} {said}"
    wanted = _axis_of(event, claim, facts)
    if wanted is not None and use.axis is not None:
        whole += f", which is axis {wanted}"
    return whole


def _word_range(claim: Claim, comment: Comment) -> Range:
    start = comment.text.find(claim.word, claim.start)
    return comment.range(start, start + len(claim.word))


def _comment_fixes(use: _Use, claim: Claim, place: object) -> list[Fix]:
    if not isinstance(place, Comment) or use.axis is None:
        return []
    if claim.number is None and _numbers_another(place.text, use):
        return []  # the word and the number say the same: it is the code that is wrong
    word = spoken_word(use.named, claim.word)
    if claim.number is not None:
        word = str(use.axis if claim.number >= 0 else use.axis - use.rank)
    edit = Edit(_word_range(claim, place), word)
    return [Fix(f"Say {word} in the comment", (edit,), safe=True)]


_AXIS_NUMBER = late.compiled(r"\b(?:axis|dim)\s*[=:]?\s*(?P<axis>-?\d)\b")


def _numbers_another(text: str, use: _Use) -> bool:
    """Whether a comment says by its number an axis that the call does not work on."""
    said = {int(match["axis"]) for match in _AXIS_NUMBER.finditer(text)}
    return use.axis is not None and bool(said) and not said & {use.axis, use.axis - use.rank}


def _axis_fixes(facts: Facts, use: _Use, wrong: list[_Said]) -> list[Fix]:
    """The axis that all names and comments say, where the call can take it."""
    event = use.events[0]
    wanted = {_axis_of(event, claim, facts) for claim, _, _ in wrong}
    axis = wanted.pop() if len(wanted) == 1 else None
    if axis is None or (use.kind == "concat" and not _joins_along(event, axis)):
        return []
    return list(axis_fix(facts, event, str(axis)))


def _joins_along(event: Event, axis: int) -> bool:
    """Whether inputs can be joined along an axis: they are equal on all others."""
    rest = {
        tuple(size for at, size in enumerate(tensor.shape) if at != axis)
        for tensor in event.inputs
        if isinstance(tensor.shape, Shape)
    }
    return len(rest) == 1


def _axis_of(event: Event, claim: Claim, facts: Facts) -> int | None:
    names = axis_names(event.inputs[0], facts.image_data_format)
    found = [
        i for i, name in enumerate(names) if not _all_names(name, len(names)).isdisjoint(claim.axes)
    ]
    return found[0] if len(found) == 1 else None
