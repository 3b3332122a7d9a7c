"""What stands for sizes is the same for all that are alike, and no other."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from size_expressions import draws, trees, value

from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Dim,
    Size,
    Symbol,
    fresh_none,
    substitute,
    symbol,
)
from flake8_concat.shapes.stand_ins import stand_ins


def pair() -> tuple[Dim, Dim]:
    return symbol("H", literal=False), symbol("W", literal=False)


def form(*sizes: Dim) -> list[Dim]:
    return stand_ins(sizes)[0]


def test_names_of_symbols_do_not_count() -> None:
    (height, width), (other_height, other_width) = pair(), pair()
    assert form(height, width, 3) == form(other_height, other_width, 3)
    assert form(height, width) != form(other_height, other_height)
    assert form(height // 2, width) == form(other_height // 2, other_width)
    assert form(height // 2, width) != form(other_height // 2, other_height)
    assert form(height + 1, 3) != form(other_height + 2, 3)
    assert form(3) == [3]


def test_kinds_of_symbols_do() -> None:
    sizes = [symbol("H", literal=False), symbol("n", literal=True), fresh_none(), BATCH]
    assert len({*form(UNKNOWN_SIZE), *(form(size)[0] for size in sizes)}) == 5
    assert stand_ins([BATCH, UNKNOWN_SIZE, 3]) == ([BATCH, UNKNOWN_SIZE, 3], None)


def test_sizes_of_two_networks_meet() -> None:
    (height, width), (other_height, other_width) = pair(), pair()
    apart = form(BATCH, height, width), form(BATCH, other_height, other_width)
    assert apart[0] == apart[1]
    together = form(BATCH, height, width, other_height, other_width)
    assert len({*together}) == 5
    assert form(other_height, other_width) == [together[3], together[4]]  # as they were met last
    assert form(BATCH, height, other_height) == [BATCH, together[1], together[3]]


@draws(200)
@given(trees("HW"), trees("HW"))
def test_what_stands_for_a_size_leads_back(one: Any, other: Any) -> None:
    height, width = pair()
    sizes = [value(tree, {"H": height, "W": width}) for tree in (one, other)]
    found, renaming = stand_ins([*sizes, width])
    assert renaming is not None
    for size, stand_in in zip(sizes, found, strict=False):
        if isinstance(size, int):
            assert stand_in == size
            continue
        assert not isinstance(stand_in, int)
        assert renaming.original(stand_in) is size
        there = {symbol: renaming.stand_in(symbol) for symbol in size.symbols}
        assert substitute(size, there) is stand_in


def test_a_younger_symbol_may_stand_for_an_older_one() -> None:
    height, width = (Symbol(name, literal=False, least=17) for name in "HW")
    stand_ins([symbol("n", literal=True), Symbol("H", literal=False, least=17)])  # the second first
    for size in ((width - height) % 8, (width - height) // 8 // 3, (width - height) % 8 // 3):
        assert isinstance(size, Size)
        (stand_in, *_), renaming = stand_ins([size, height, width])
        assert renaming is not None
        assert str(stand_in)
        there = {one: renaming.stand_in(one) for one in (height, width)}
        assert stand_in is substitute(size, there)
