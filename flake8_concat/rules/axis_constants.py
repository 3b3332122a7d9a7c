"""Axes that a file gives names: `ROW_AXIS = 2` beside `COL_AXIS = 2` and `CHANNEL_AXIS = 3`.

No two of them are one and the same, and the rows of an image come right before its columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.turned import turned
from flake8_concat.rules.words import Claim, letter_axis, named_axis, words_of
from flake8_concat.trace.facts import Facts

_NAMED = late.compiled(
    r"\b(?:(?i:rows?|cols?|columns?|height|width|h|w)_(?:AXIS|DIM|axis|dim)"
    r"|(?:ROWS?|COLS?|HEIGHT|WIDTH|H|W))\b[^=\n]*="
)
_AXIS = frozenset("axis dim ax".split())
_WANTED = {"height", "width", "channels"}
_OF_POINTS = late.compiled(r"\b[xyz]_axis\b")
_ELSEWHERE = 99  # where the channels are is not said


def axis_constants(facts: Facts) -> Iterator[tuple[str, Finding]]:
    """The axes of a file that contradict each other, each with its name."""
    text = facts.source.text
    if "AXIS" not in text and "CHANNEL" not in text and "_axis" not in text:
        return
    if not _NAMED.search(text) or "2D" not in text or turned(text):
        return
    outline = Outline.of(facts.source)
    block: list[tuple[str, cst.BaseExpression, int]] = []
    last: tuple[Scope, int] | None = None
    for assign, place in outline.assigns:
        line = facts.source.range_of(assign).line if _may_name(assign) else None
        if line is None:
            continue
        if last is None or last[0] is not place or line > last[1] + 1:
            yield from _of_block(facts, block)
            block = []
        block += _axes(assign)
        last = place, line
    yield from _of_block(facts, block)


def _may_name(assign: cst.Assign) -> bool:
    """Whether an assignment may name axes."""
    return len(assign.targets) == 1 and bool(_axes(assign))


def _axes(assign: cst.Assign) -> list[tuple[str, cst.BaseExpression, int]]:
    """The names of axes that are given numbers, with the place of each number."""
    target, value = assign.targets[0].target, assign.value
    pairs: list[tuple[cst.BaseExpression, cst.BaseExpression]] = [(target, value)]
    if isinstance(target, cst.Tuple) and isinstance(value, cst.Tuple):
        if len(target.elements) != len(value.elements):
            return []
        pairs = [
            (one.value, other.value)
            for one, other in zip(target.elements, value.elements, strict=True)
        ]
    return [
        (name, number, int(number.value))
        for named, number in pairs
        if isinstance(number, cst.Integer)
        and number.value.isdigit()
        and (name := dotted(named)) is not None
        and _claim(name) is not None
    ]


def _claim(name: str) -> Claim | None:
    """The axis that a name of an axis says: all of it, in capitals, or with "axis" in it."""
    last = name.rpartition(".")[2]
    if not _AXIS.isdisjoint(words_of(last)):
        return named_axis(last) or letter_axis(last)
    return named_axis(last) if last.isupper() and len(words_of(last)) == 1 else None


def _of_block(
    facts: Facts, block: list[tuple[str, cst.BaseExpression, int]]
) -> Iterator[tuple[str, Finding]]:
    """What contradicts another axis of the same lines, where sides and channels are named."""
    by_axis: dict[str, tuple[str, cst.BaseExpression, int]] = {}
    for name, node, number in block:
        claim = _claim(name)
        for axis in _WANTED & claim.axes if claim is not None else ():
            if axis in by_axis:
                return
            by_axis[axis] = name, node, number
    alone = len(block) == 2 and all(number for _, _, number in block)
    if alone and set(by_axis) == {"height", "width"} and not _OF_POINTS.search(facts.source.text):
        by_axis["channels"] = "", by_axis["height"][1], _ELSEWHERE
    if set(by_axis) != _WANTED or any(4 < entry[2] < _ELSEWHERE for entry in by_axis.values()):
        return
    for one, other in pairwise(("height", "width", "channels", "height")):
        (name, node, number), (second, _, same) = by_axis[one], by_axis[other]
        if number == same:
            yield (
                name,
                Finding(Place(facts.source, node), f"{name} and {second} are both axis {number}"),
            )
            return
    (rows, _, height), (columns, node, width) = by_axis["height"], by_axis["width"]
    if height == width + 1:
        yield (
            columns,
            Finding(
                Place(facts.source, node),
                f"{columns} is axis {width} and {rows} axis {height}: "
                "the height of a map comes before its width",
            ),
        )
