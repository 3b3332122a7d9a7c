"""The one new array among several alike that has its two sides in another order.

`np.zeros((n, width, height))` beside `np.zeros((n, height, width))`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import libcst as cst

from flake8_concat.diagnostics import Range
from flake8_concat.rules import describe
from flake8_concat.rules.base import Finding, Place
from flake8_concat.rules.names import Outline, dotted
from flake8_concat.rules.names import Place as Scope
from flake8_concat.rules.side_words import pair_sides
from flake8_concat.rules.turned import TURNS, UPRIGHT, of_volume
from flake8_concat.trace.facts import Facts
from flake8_concat.trace.source import Source

_SHAPED = frozenset("zeros ones empty full".split())
_AROUND = 10  # lines
_NEAR = 4


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sizes that follow each other in a shape."""

    one: cst.BaseExpression
    other: cst.BaseExpression
    straight: bool
    line: int
    made_by: str
    rank: int


def odd_sides(facts: Facts, outline: Outline) -> Iterator[Finding]:
    """The findings of a file that turns no pictures on purpose."""
    source = facts.source
    alike: defaultdict[tuple[int, frozenset[str]], list[_Pair]] = defaultdict(list)
    for sizes, scope, made_by in _shapes(outline):
        texts = [dotted(size) or "" for size in sizes]
        if of_volume(source.text, [text.rpartition(".")[2] for text in texts if text]):
            continue
        for (one, first), (other, second) in pairwise(zip(sizes, texts, strict=True)):
            both = pair_sides(first.rpartition(".")[2], second.rpartition(".")[2])
            if first and second and both is not None:
                line = source.range_of(one).line
                place = 0 if "." in first else id(scope)  # an attribute is the class's
                pair = _Pair(one, other, both == ("height", "width"), line, made_by, len(sizes))
                alike[place, frozenset((first, second))].append(pair)
    for pairs in alike.values():
        wrong = [pair for pair in pairs if not pair.straight]
        right = [pair for pair in pairs if pair.straight]
        if len(wrong) != 1 or not right or _turns(source, wrong[0].line):
            continue
        near = [pair for pair in right if _is_alike(pair, wrong[0])]
        if near:
            yield _finding(source, wrong[0], near[0])


def _is_alike(one: _Pair, other: _Pair) -> bool:
    """Whether two shapes are of the same: what is made in one way, of as many axes, side by side.

    Elsewhere a plan of a house, or a volume, may have its own order.
    """
    same = one.made_by == other.made_by and one.rank == other.rank
    return same and abs(one.line - other.line) <= _NEAR


def _finding(source: Source, wrong: _Pair, right: _Pair) -> Finding:
    start, end = source.range_of(wrong.one), source.range_of(wrong.other)
    one, other = describe.text_of(wrong.one), describe.text_of(wrong.other)
    return Finding(
        Place(source, wrong.one, range=Range(start.line, start.col, end.end_line, end.end_col)),
        f"{one}, {other}: the shape on line {right.line} has {other} before {one}",
    )


def _turns(source: Source, line: int) -> bool:
    """Whether something is turned around a line."""
    around = source.lines[max(0, line - 1 - _AROUND) : line + _AROUND]
    return any(TURNS.search(text) and not UPRIGHT.search(text) for text in around)


def _shapes(outline: Outline) -> Iterator[tuple[Sequence[cst.BaseExpression], Scope, str]]:
    """The sizes of each shape that is written down, and what is made of that shape."""
    for call, scope in outline.calls:
        name = (dotted(call.func) or "").rpartition(".")[2]
        if isinstance(call.func, cst.Attribute):
            name = call.func.attr.value
        if name not in _SHAPED:
            continue
        values = [arg.value for arg in call.args if not arg.star]
        written = [value for value in values if isinstance(value, (cst.Tuple, cst.List))]
        if written:
            yield [element.value for element in written[0].elements], scope, name
