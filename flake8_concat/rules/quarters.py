"""Joins of the four quarters of a map that are made of every other row and column.

`x[:, 0::2, 0::2]`, `x[:, 1::2, 0::2]`, … are the places of small tiles: patch merging joins them as
channels. Along a side they would be four small pictures in a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import libcst as cst

from flake8_concat.rules.describe import code
from flake8_concat.rules.names import Outline, definition
from flake8_concat.rules.names import Place as Scope
from flake8_concat.trace.facts import Event, Facts

_RANK = 4  # of maps
_QUARTERS = {("0", "0"), ("0", "1"), ("1", "0"), ("1", "1")}


def quarter_joins(facts: Facts, joins: Iterable[Event]) -> Iterator[tuple[Event, int]]:
    """Each join of such quarters along a side, and the axis of the channels."""
    if "::2" not in facts.source.text:
        return
    outline = Outline.of(facts.source)
    seen: set[int] = set()
    for event in joins:
        axis = event.bound.get("axis")
        if event.site.source is not facts.source or id(event.site) in seen or type(axis) is not int:
            continue
        seen.add(id(event.site))
        sides, rank = _sides(event, outline)
        if axis < 0:  # which is which only the slices of all axes tell
            axis += rank if rank == _RANK else 0
        if axis in sides:
            yield event, -1 if sides == (1, 2) else 1


def _sides(event: Event, outline: Outline) -> tuple[tuple[int, ...], int]:
    """The two axes that all is a quarter of, () if it is not; and how many axes are written."""
    node = event.site.node
    given = node.args[0].value if isinstance(node, cst.Call) and node.args else None
    place = outline.place_of(event.site.function)
    if isinstance(given, cst.Name):
        listed = definition(given.value, place)
        given, place = listed if listed is not None else (None, place)
    if not isinstance(given, (cst.List, cst.Tuple)) or len(given.elements) != len(_QUARTERS):
        return (), 0
    found = [_offsets(element.value, place) for element in given.elements]
    (sides, rank), *others = [(tuple(starts), rank) for starts, rank in found]
    alike = len(sides) == 2 and all(other == (sides, rank) for other in others)
    offsets = {tuple(starts.values()) for starts, _ in found}
    return (sides, rank) if alike and offsets == _QUARTERS and 0 not in sides else ((), 0)


def _offsets(node: cst.BaseExpression, place: Scope | None) -> tuple[dict[int, str], int]:
    """Where the axes begin of which every other place is taken, and how many axes are written."""
    found = definition(node.value, place) if isinstance(node, cst.Name) else (node, place)
    value = found[0] if found is not None else None
    if not isinstance(value, cst.Subscript):
        return {}, 0
    starts = {}
    for axis, element in enumerate(value.slice):
        part = element.slice
        if axis == 0 and len(value.slice) == _RANK and code(element) in ("...", "...,"):
            continue  # the batch, where the other three are written
        if not isinstance(part, cst.Slice):
            return {}, 0
        if part.step is not None and code(part.step) == "2" and part.upper is None:
            starts[axis] = code(part.lower) if part.lower is not None else "0"
    return starts, len(value.slice)
