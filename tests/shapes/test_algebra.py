"""The normal form says what Python's arithmetic says."""

from __future__ import annotations

import copy
import gc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from size_expressions import draws, trees, value

from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Size,
    ceil_div,
    fresh_none,
    is_none,
    is_number,
    product,
    symbol,
)
from flake8_concat.shapes.algebra import MAX_WEIGHT, substitute
from flake8_concat.shapes.periodic import table

H = symbol("H", literal=False)
W = symbol("W", literal=True)
OF: dict[str, Any] = {"H": H, "W": W}


@draws(300)
@given(trees("H"))
def test_one_symbol_as_python_computes_it(tree: Any) -> None:
    size = value(tree, OF)
    expected = [value(tree, {"H": n}) for n in range(-40, 513)]
    if isinstance(size, int):
        assert set(expected) == {size}
    elif size.symbols == {H}:
        assert table(size, H, range(-40, 513)) == expected
        assert [substitute(size, {H: n}) for n in range(1, 20)] == expected[41:60]


@draws(300)
@given(trees("HW"), st.integers(-50, 512), st.integers(-50, 512))
def test_two_symbols_as_python_computes_them(tree: Any, h: int, w: int) -> None:
    size = value(tree, OF)
    if isinstance(size, int) or size.symbols <= {H, W}:
        assert substitute(size, {H: h, W: w}) == value(tree, {"H": h, "W": w})


@draws(200)
@given(trees("HW"), trees("HW"), st.integers(-30, 60), st.integers(-30, 60))
def test_products(a: Any, b: Any, h: int, w: int) -> None:
    size = value(a, OF) * value(b, OF)
    if isinstance(size, int) or size.symbols <= {H, W}:
        here = {"H": h, "W": w}
        assert substitute(size, {H: h, W: w}) == value(a, here) * value(b, here)


@draws(200)
@given(trees("HW"), trees("HW"))
def test_a_product_is_divided_exactly(a: Any, b: Any) -> None:
    left, right = value(a, OF), value(b, OF)
    whole = left * right
    if right == 0 or (isinstance(whole, Size) and not whole.symbols <= {H, W}):
        return
    assert whole // right is left or whole // right == left


@draws(200)
@given(trees("HW"))
def test_the_normal_form_is_its_own_normal_form(tree: Any) -> None:
    size = value(tree, OF)
    assert substitute(size, {H: H, W: W}) is size or substitute(size, {H: H, W: W}) == size
    assert value(tree, OF) is size or isinstance(size, int)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (H // 2 // 2, H // 4),
        (H // 2 // 3 // 5, H // 30),
        ((H + 1) // 2, ceil_div(H, 2)),
        ((H + 1) // 2, -(-H // 2)),
        ((H - 1) // 2 + 1, ceil_div(H, 2)),
        (ceil_div(ceil_div(H, 2), 2), ceil_div(H, 4)),
        ((2 * H + 2) // 2, H + 1),
        ((H // 2 * 2) // 2, H // 2),
        ((6 * H + 5) // 4, H + (2 * H + 5) // 4),
        ((6 * H + 5) // 9, (2 * H + 1) // 3),
        (H % 16, H - H // 16 * 16),
        (H + (-H) % 16, 16 * ceil_div(H, 16)),
        (H * W, W * H),
        (H * W * 64 // (W * H), 64),
        ((H - 2) * (W + 1) * 4 // ((H - 2) * 2), 2 * W + 2),
        (7 % H, 7 - 7 // H * H),
        (H - H, 0),
        (0 * H, 0),
        (0 // H, 0),
        (H // 1, H),
        (H // -2, -((H + 1) // 2)),
        (H**2, H * H),
        (H**0, 1),
        (2.0 * H, 2 * H),
        (H + True, H + 1),
        (product((H, 2, W)), 2 * W * H),
        (+H, H),
    ],
)
def test_the_same_size(one: Any, other: Any) -> None:
    assert one == other
    assert hash(one) == hash(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (2 * (H // 2), H),
        (H, W),
        (symbol("H", literal=False), H),
        (fresh_none(), fresh_none()),
        (BATCH, fresh_none()),
        (H // 2, H // 3),
    ],
)
def test_not_the_same_size(one: Any, other: Any) -> None:
    assert one != other


def test_what_keras_sees() -> None:
    assert is_none(H // 2 + 1)
    assert not is_number(H // 2 + 1)
    assert is_number(W // 2 + 1)
    assert not is_none(W // 2 + 1)
    assert is_none(BATCH * W * 3)
    assert is_none(W // H)
    assert is_number(W // (W + 1))
    assert is_number(3)
    assert not is_none(3)
    assert not is_none(UNKNOWN_SIZE)
    assert not is_number(UNKNOWN_SIZE)


@pytest.mark.parametrize("other", [1, 0, 2.5, H, UNKNOWN_SIZE, None, [1], "a"])
def test_unknown_absorbs(other: Any) -> None:
    for size in (
        UNKNOWN_SIZE + other,
        other - UNKNOWN_SIZE if isinstance(other, (int, Size)) else UNKNOWN_SIZE,
        UNKNOWN_SIZE * other,
        UNKNOWN_SIZE // other,
        UNKNOWN_SIZE % other,
        -UNKNOWN_SIZE,
        H + other if not isinstance(other, int) and other is not H else UNKNOWN_SIZE,
        H // 0,
        H % 0,
        H**-1,
        H * 0.3,
    ):
        assert size is UNKNOWN_SIZE


def test_which_symbols_occur() -> None:
    assert ((H // 2 + W) // 3).symbols == {H, W}  # type: ignore[union-attr]
    assert H.symbols == {H}
    assert symbol("n", literal=True, origin="line 3").origin == "line 3"


def test_large_expressions_become_opaque_of_the_same_kind() -> None:
    size: Any = H
    for divisor in range(2, 300):
        size = size + (H + divisor) // divisor
        assert is_none(size)
        assert size.weight <= MAX_WEIGHT
    size = W
    for _ in range(200):
        size = size * size
        assert is_number(size)
        assert size.weight <= MAX_WEIGHT
    size = W
    for _ in range(200):
        size = size * 1000 + 1
        assert is_number(size)
    size = W
    for _ in range(500):
        size = (3 * size + 1) // 2
        assert is_number(size)


def test_copies_are_the_same() -> None:
    size = (H + 1) // 2
    assert copy.deepcopy([size])[0] is size is copy.copy(size)


def test_memory_goes_away_with_the_symbols() -> None:
    from flake8_concat.shapes import algebra

    gc.collect()
    before = len(algebra._sums), len(algebra._floors)
    local = symbol("n", literal=True)
    kept = [(local + n) // 7 + n for n in range(50)]
    assert len(algebra._floors) > before[1]
    del kept, local
    gc.collect()
    assert (len(algebra._sums), len(algebra._floors)) <= before
