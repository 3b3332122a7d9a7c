"""Two reductions of one map over different axes that are joined along the last.

`mean = reduce_mean(x, axis=1, keepdims=True)`, `most = reduce_max(x, axis=-1, keepdims=True)`, and
`concat([mean, most], axis=-1)`: attention over the places of a map takes both over the channels.
What is reduced over a side has another size on every axis, and fits nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import libcst as cst

from flake8_concat import late
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.concat_batch_axis import JOINS
from flake8_concat.rules.describe import code, short_code
from flake8_concat.rules.names import Outline, definitions
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.written_past import WrittenPast
from flake8_concat.trace.facts import Facts

# Begins with what is rare.
_REDUCED = late.compiled(
    r"[\w.]*\b(?:reduce_)?(?P<how>mean|max|sum|std|amax|min)\(\s*(?P<of>[\w.]+)\s*,\s*"
    r"(?:axis\s*=\s*)?(?P<axis>-?\d)\s*,\s*keep_?dims\s*=\s*True\s*\)"
)
_CHANNELS = 3
_LAST = (-1, _CHANNELS)
_SIDES = (1, 2)
_WAYS = ("keepdims=True", "keep_dims=True", "keepdims = True")


class _Reduced(NamedTuple):
    """How a value was made, of what, over which axis, and the call."""

    how: str
    of: str
    axis: int
    node: cst.BaseExpression


def joined_reductions(facts: Facts) -> Iterator[Finding]:
    """The reduction over a side that is joined with one over the channels."""
    if not any(way in facts.source.text for way in _WAYS):
        return
    outline, written = Outline.of(facts.source), WrittenPast.of(facts.source)
    seen: set[int] = set()
    for event in facts.calls(*JOINS):
        call, place = event.site.node, outline.place_of(event.site.function)
        if event.site.source is not facts.source or id(call) in seen:
            continue
        seen.add(id(call))
        if not isinstance(call, cst.Call) or event.bound.get("axis") not in _LAST or not call.args:
            continue
        given = call.args[0].value
        if not isinstance(given, (cst.List, cst.Tuple)) or len(given.elements) != 2:
            continue
        one, other = (_reduced(element.value, place) for element in given.elements)
        if one is None or other is None:
            continue
        odd, right = (one, other) if one.axis in _SIDES else (other, one)
        alike = odd.of == right.of and odd.how != right.how
        if not alike or odd.axis not in _SIDES or right.axis not in _LAST:
            continue
        # a vector's axis 1 is its last, a sequence's axis 2 is
        maps = right.axis == _CHANNELS or written.goes_on(event.site)
        if maps or (odd.axis == 1 and "conv" in written.next_call(event.site).lower()):
            yield Finding(
                Place(facts.source, odd.node),
                f"{short_code(odd.node)} reduces axis {odd.axis}, but is joined along axis "
                f"{event.bound['axis']} with {short_code(right.node)}, which reduces axis "
                f"{right.axis}",
            )


def _reduced(node: cst.BaseExpression, place: Scope | None) -> _Reduced | None:
    """How a value was made that is a reduction."""
    value = node
    if isinstance(node, cst.Name):
        found = definitions(node.value, place)
        if len(found) != 1:
            return None
        value = found[0][0]
    match = _REDUCED.fullmatch(code(value))
    if match is None:
        return None
    return _Reduced(match["how"].removeprefix("a"), match["of"], int(match["axis"]), value)
