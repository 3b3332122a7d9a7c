"""Joins of what a split gave along another axis than it was split along.

`parts = tf.split(x, 4, axis=-1)`, each of them shifted or convolved, and then
`tf.concat(parts, axis=1)`: the parts of the channels lie one below the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code
from flake8_concat.rules.join_words import along_sides
from flake8_concat.rules.names import Outline, definitions
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.written_past import WrittenPast, called
from flake8_concat.trace.facts import Event, Facts

_SPLIT = late.compiled(r"split\([^\n]*?(?:axis\s*=\s*|,\s*)(?P<axis>-1|3)\s*\)$")
_OF_MAPS = late.compiled(r"\btf\.image\.|Conv2D|conv2d")
_CONVOLVES = late.compiled(r"[cC]onv|[dD]epthwise|[bB]lock")
_LONG = 200  # characters of a split
# What takes an axis away, or makes one: then the numbers of the others are no longer the same.
_RESHAPES = ("squeeze", "expand_dims", "reshape", "transpose", "permute", "stack")


def split_joins(facts: Facts, joins: Iterable[Event]) -> Iterator[tuple[Event, int]]:
    """Each such join along a side of maps, and the axis that they were split along."""
    if "split(" not in facts.source.text:
        return
    outline = Outline.of(facts.source)
    for event in along_sides(facts, joins):
        node, place = event.site.node, outline.place_of(event.site.function)
        given = node.args[0].value if isinstance(node, cst.Call) and node.args else None
        axis = _split_along(given, place, outline) if isinstance(given, cst.Name) else None
        if axis is not None and (axis == 3 or _takes_maps(facts, event, place)):
            yield event, axis


def _split_along(name: cst.Name, place: Scope | None, outline: Outline) -> int | None:
    """Along which axis a list of parts was split, of which something was made in its place."""
    found = definitions(name.value, place)
    if len(found) != 1:
        return None
    value, around = found[0]
    if isinstance(value, cst.ListComp):  # `[conv(part) for part in parts]`
        of = value.for_in.iter
        plain = isinstance(value.elt, cst.Call) and _CONVOLVES.search(called(value.elt) or "")
        if not plain or not isinstance(of, cst.Name):
            return None
        value = next((one for one, _ in definitions(of.value, around)), value)
        return _axis(value)
    parts = [
        assign.value
        for assign, scope in outline.assigns
        if scope is around and _is_part(assign.targets[0].target, name.value)
    ]
    done = " ".join(map(code, parts))
    made = any(isinstance(part, cst.Call) for part in parts)
    return _axis(value) if made and not any(name in done for name in _RESHAPES) else None


def _is_part(target: cst.BaseExpression, name: str) -> bool:
    """Whether a target is a part of a list: `parts[0]`."""
    return isinstance(target, cst.Subscript) and code(target.value) == name


def _axis(value: cst.BaseExpression) -> int | None:
    written = code(value) if isinstance(value, cst.Call) else ""
    match = _SPLIT.search(written) if len(written) <= _LONG else None
    return int(match["axis"]) if match is not None else None


def _takes_maps(facts: Facts, event: Event, place: Scope | None) -> bool:
    """Whether it joins maps: they go into a convolution, or the class around works on images."""
    if WrittenPast.of(facts.source).of_maps(event.site):
        return True
    while place is not None and not isinstance(place.node, cst.ClassDef):
        place = place.outer
    return place is not None and bool(_OF_MAPS.search(code(place.node)))
