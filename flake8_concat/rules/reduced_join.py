"""Joins of what was reduced over the channels: the mean and the maximum of a map.

Attention over the places of a map takes both, one channel each, beside each other:
`concat([mean, most], axis=-1)`. Along a side they lie one below the other, whatever the map is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.describe import code
from flake8_concat.rules.join_words import along_sides
from flake8_concat.rules.names import Outline, definitions
from flake8_concat.rules.names import Place as Scope
from flake8_concat.trace.facts import Event, Facts

# `tf.reduce_max(x, axis=-1, keepdims=True)`, also within a Lambda
_REDUCED = late.compiled(
    r"\b(?:reduce_)?(?P<how>mean|max|sum|std|var|amax)\(\s*[\w.]+\s*,\s*(?:axis\s*=\s*)?"
    r"(?P<axis>-1|3)\s*,\s*keep_?dims\s*=\s*True\s*\)"
)


def reduced_joins(facts: Facts, joins: Iterable[Event]) -> Iterator[tuple[Event, int]]:
    """Each join along a side of what was reduced over the last axis, and that axis."""
    if "keepdims" not in facts.source.text and "keep_dims" not in facts.source.text:
        return
    outline = Outline.of(facts.source)
    for event in along_sides(facts, joins):
        axes = _reduced(event, outline)
        if len(axes) == 1:
            yield event, axes.pop()


def _reduced(event: Event, outline: Outline) -> set[int]:
    """Over which axes all was reduced that a call joins; none if something was not."""
    node = event.site.node
    given = node.args[0].value if isinstance(node, cst.Call) and node.args else None
    if not isinstance(given, (cst.List, cst.Tuple)) or len(given.elements) < 2:
        return set()
    found = [
        _of(element.value, outline.place_of(event.site.function)) for element in given.elements
    ]
    ways = {how for one in found for how, _ in one}
    if not all(found) or len(ways) < 2:  # the mean of each of two maps is something else
        return set()
    return {axis for one in found for _, axis in one}


def _of(node: cst.BaseExpression, place: Scope | None) -> set[tuple[str, int]]:
    """How a value was made, if all its definitions are such reductions."""
    values = [node]
    if isinstance(node, cst.Name):
        values = [value for value, _ in definitions(node.value, place)]
    matches = [list(_REDUCED.finditer(code(value))) for value in values]
    if any(len(found) != 1 for found in matches):
        return set()
    return {(found[0]["how"].removeprefix("a"), int(found[0]["axis"])) for found in matches}
