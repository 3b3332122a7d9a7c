"""A name or comment says another axis than the code uses.

## What it does
Compares what people say with the axis that a call works on: the name of the result, of the layer
(`name=`) and of the function around it, a named axis (`axis=WIDTH_AXIS`), the comment on the line
or right above it (which may say the axis by its number), the comment above the block whose only
join it is, or right below it; the first lines of the docstring; a list of numbered axes; `top,
bottom` as the names of two halves; two reductions called after the two sides that are one and the
same; axes with names that contradict each other (`ROW_AXIS = 2` beside `COL_AXIS = 2`). It looks at
joins, splits, repeats, reductions, softmax, cropping, padding, upsampling and pooling, in a Lambda
too, and at a reduction over a side that is joined with the same over the channels. What an axis
means follows from the rank and the data format: channels_last maps are (batch, height, width,
channels). Where the file itself names the sizes (`b, t, d = x.shape`, a comment
`# (batch, heads, steps, units)`), those names say it. Of tensors that are not known the fourth axis
is the channels, the last is no height, and where the text shows that they are maps, no width; the
batch is none but the first.

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
the program does; that comes first where several names and comments say the same. An axis by a name
(`axis=WIDTH_AXIS`) is changed where the name is defined, if all that reads it has it as its axis,
of tensors with the same axes.

## Known limits
Words that may mean something else are left alone: `width_multiplier`, `HeightAttention`, a name
with two axes, a sentence with "not"; "sum over the batch" where what the line gives is reduced once
more, or where each sample is compared with each. So are tensors that were transposed or reshaped,
files that put the width first on purpose, and images that go in channels first under layers that
are not told so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import libcst as cst

from flake8_concat import late
from flake8_concat.diagnostics import Edit, Fix, Range
from flake8_concat.rules import describe
from flake8_concat.rules.axes import axis_names
from flake8_concat.rules.axis_claims import Constant, Said, alone_in_functions, claims_about
from flake8_concat.rules.axis_constants import axis_constants
from flake8_concat.rules.axis_fixes import axis_fix
from flake8_concat.rules.axis_uses import (
    BY_SIZES,
    Use,
    activates,
    activates_maps,
    all_names,
    uses_of,
)
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.comments import Comment, Layout
from flake8_concat.rules.counted_dimensions import counted_dimensions
from flake8_concat.rules.format_axes import format_axes
from flake8_concat.rules.joined_reductions import joined_reductions
from flake8_concat.rules.lineage import (
    convolved_since,
    looks_channels_first,
    turns,
    width_first,
)
from flake8_concat.rules.padded_words import padded_words
from flake8_concat.rules.placement import placement_claim
from flake8_concat.rules.spatial_concat import joins_pictures
from flake8_concat.rules.supposed_axes import supposed_facts
from flake8_concat.rules.twin_reductions import twin_reductions
from flake8_concat.rules.unseen_axes import unseen_claims
from flake8_concat.rules.words import AXIS_WORDS, LINES, SIDES, Claim, spoken_word
from flake8_concat.rules.written_in import written_in
from flake8_concat.shapes import Shape
from flake8_concat.trace.facts import Event, Facts

CODE = "CAT201"
NAME = "axis-label"

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


def check(facts: Facts) -> Iterator[Finding]:
    """The findings of this rule."""
    told: set[str] = set()
    uses = list(uses_of(facts))
    for finding, names in _at_calls(facts, uses):
        told |= names
        yield finding
    lines = set()
    for finding in _supposed(facts, uses):
        lines.add(finding.at.resolve().line)
        yield finding
    for finding in unseen_claims(facts):
        if finding.at.resolve().line not in lines:
            yield finding
    yield from twin_reductions(facts)
    yield from joined_reductions(facts)
    yield from padded_words(facts)
    yield from counted_dimensions(facts)
    yield from format_axes(facts)
    for name, finding in axis_constants(facts):
        if name not in told:
            yield finding


def _supposed(facts: Facts, uses: list[Use]) -> Iterator[Finding]:
    """The same at calls whose tensors are known by what the file says of them alone."""
    supposed = supposed_facts(facts, {id(use.events[0].site.node) for use in uses})
    if supposed is not None:
        others = [use for use in uses_of(supposed.facts) if supposed.is_new(use.events[0].site)]
        for finding, _ in _at_calls(supposed.facts, others):
            yield finding


def _at_calls(facts: Facts, uses: list[Use]) -> Iterator[tuple[Finding, set[str]]]:
    """What is said at calls of the axis that they work on, with the names of axes that say so."""
    alone = alone_in_functions(uses)
    for use in uses:
        said = list(claims_about(facts, use, alone))
        found = {  # each once, though the layer may be made and called on the same line
            (place if isinstance(place, Constant) else id(place), what): (claim, place, what)
            for claim, place, what in said
            if _contradicts(claim, use)
        }
        wrong = list(found.values())
        tensors = [tensor for event in use.events[:1] for tensor in event.inputs]
        if not wrong or looks_channels_first(*tensors):
            continue
        turned = turns(*tensors)
        if turned and not convolved_since(*tensors):
            continue
        if turned or width_first(facts, *tensors):  # the channels are no side, whichever is first
            wrong = [
                one
                for one in wrong
                if one[0].number is None and "channels" in use.used | one[0].axes
            ]
            if not wrong:
                continue
        names = {place.name for _, place, _ in wrong if isinstance(place, Constant)}
        for finding in _findings(facts, use, wrong):
            yield finding if not _placed_so(said, use) else replace(finding, fixes=()), names


def _contradicts(claim: Claim, use: Use) -> bool:
    if not claim.axes.isdisjoint(use.used) or claim.axes.isdisjoint(use.known):
        return False
    if use.kind == "softmax" and claim.word.lower() in LINES and not activates_maps(use.events[0]):
        return False  # of a matrix the rows may be anything
    both_sides = claim.axes <= set(SIDES) and use.used <= set(SIDES)
    if use.kind == "pool" and len(use.used) > 1:  # maps are pooled on both sides, always
        return False
    return (claim.firm and use.kind != "pool") or both_sides


def _placed_so(said: list[Said], use: Use) -> bool:
    """Whether a comment says how they are placed, and they are: then who knows what is to mend."""
    return any(
        not claim.firm and isinstance(place, Comment) and claim.axes <= use.used
        for claim, place, _ in said
    )


def _findings(facts: Facts, use: Use, wrong: list[Said]) -> Iterator[Finding]:
    """One finding at the call for all that is said there, one for each comment above it."""
    span = Layout.of(facts.source).span_of(written_in(use.events[0].site).statement)
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
    facts: Facts, use: Use, wrong: list[Said], claim: Claim, comment: Comment
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
    facts: Facts, use: Use, axis: list[Fix], comment: list[Fix], witnesses: int
) -> tuple[Fix, ...]:
    """What to do for a finding: several names and comments are seldom wrong together.

    So is a comment on a join of maps that is suspicious by itself.
    """
    suspicious = use.kind == "concat" and joins_pictures(facts, use.events)
    if suspicious or (witnesses > 1 and axis):
        return tuple(axis)
    return tuple(comment + axis)


def _message(facts: Facts, use: Use, claim: Claim, whats: list[str]) -> str:
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


def _comment_fixes(use: Use, claim: Claim, place: object) -> list[Fix]:
    if not isinstance(place, Comment):
        return []
    if use.axis is None:
        after = place.text[claim.start + len(claim.word) :]
        if claim.number is not None or " and " not in use.named or re.match(r"[ -]?\w", after):
            return []
    if claim.number is None and _numbers_another(place.text, use):
        return []  # the word and the number say the same: it is the code that is wrong
    if claim.number is None and any(char.isdigit() for char in claim.word):
        return []  # "4 columns on the left and 2 on the right"
    if _says_it_twice(claim, place.text):
        return []
    word = spoken_word(use.named, claim.word) if use.axis is not None else use.named
    if word.lower() == "channel" and not _OF_AN_AXIS.match(place.text, _end(claim, place)):
        word += "S" if word.isupper() else "s"  # "maximum over the channels"
    if claim.number is not None and use.axis is not None:
        word = str(use.axis if claim.number >= 0 else use.axis - use.rank)
    edit = Edit(_word_range(claim, place), word)
    return [Fix(f"Say {word} in the comment", (edit,), safe=True)]


_OF_AN_AXIS = late.compiled(r"[ _-]*(?:ax[ie]s|dim|direction|wise)", re.IGNORECASE)
_WORD = late.compiled(r"[A-Za-z]+")


def _end(claim: Claim, comment: Comment) -> int:
    """Where the word for the axis ends in a comment."""
    return comment.text.find(claim.word, claim.start) + len(claim.word)


def _says_it_twice(claim: Claim, text: str) -> bool:
    """Whether another word for the same axis stands in it: "8 columns on the left and right".

    Or how two are placed, which no other word can stand for: "side by side".
    """
    if placement_claim(text, "concat") is not None:
        return True
    others = [word for word in _WORD.findall(text.lower()) if word not in claim.word.lower()]
    return any(AXIS_WORDS.get(word) == claim.axes for word in others)


_AXIS_NUMBER = late.compiled(r"\b(?:axis|dim)\s*[=:]?\s*(?P<axis>-?\d)\b")


def _numbers_another(text: str, use: Use) -> bool:
    """Whether a comment says by its number an axis that the call does not work on."""
    said = {int(match["axis"]) for match in _AXIS_NUMBER.finditer(text)}
    return use.axis is not None and bool(said) and not said & {use.axis, use.axis - use.rank}


def _axis_fixes(facts: Facts, use: Use, wrong: list[Said]) -> list[Fix]:
    """The axis that all names and comments say, where the call can take it."""
    event = use.events[0]
    if activates(event):
        return []
    wanted = {_axis_of(event, claim, facts) for claim, _, _ in wrong}
    axis = wanted.pop() if len(wanted) == 1 else None
    if use.kind in BY_SIZES:
        return list(_turned(facts, use, axis))
    if axis is None or (use.kind == "concat" and not _joins_along(event, axis)):
        return []
    return list(axis_fix(facts, event, str(axis)))


_SIZES = ("padding", "cropping", "size", "pool_size")


def _turned(facts: Facts, use: Use, axis: int | None) -> Iterator[Fix]:
    """The fix that exchanges the two sides in the sizes of a call: `ZeroPadding2D((0, 3))`."""
    event = use.events[0]
    if axis is None or use.axis is None or not {use.names[axis], use.named} <= set(SIDES):
        return
    for site in (event.created, event.site):
        if site is None or site.source is not facts.source or not isinstance(site.node, cst.Call):
            continue
        sizes = [
            arg.value
            for position, arg in enumerate(site.node.args)
            if (arg.keyword.value in _SIZES if arg.keyword else position == 0)
            and isinstance(arg.value, (cst.Tuple, cst.List))
        ]
        others = {arg.keyword.value for arg in site.node.args if arg.keyword} & {"strides"}
        if len(sizes) == 1 and len(sizes[0].elements) == 2 and not others:
            one, other = (element.value for element in sizes[0].elements)
            place = facts.source.range_of
            edits = (Edit(place(one), _bare(facts, other)), Edit(place(other), _bare(facts, one)))
            yield Fix(f"Swap {describe.short_code(sizes[0])}", edits)
            return


def _bare(facts: Facts, node: cst.BaseExpression) -> str:
    """The text of a node without its own parentheses, which lie outside its range."""
    pairs = len(getattr(node, "lpar", ()))
    return facts.source.module.code_for_node(node)[pairs : -pairs or None]


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
        i for i, name in enumerate(names) if not all_names(name, len(names)).isdisjoint(claim.axes)
    ]
    return found[0] if len(found) == 1 else None
