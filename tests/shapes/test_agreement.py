"""Agreement is exact: compared with trying every size."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from size_expressions import draws, trees, value

from flake8_concat.shapes import UNKNOWN_SIZE, Size, fresh_none, symbol
from flake8_concat.shapes.agreement import (
    Always,
    Never,
    Sometimes,
    Undecided,
    agreement,
    bounds,
    compare,
    together,
)
from flake8_concat.shapes.periodic import ALL, NONE, Sizes, positive

H = symbol("H", literal=False)
W = symbol("W", literal=True)
V = symbol("V", literal=True)
OF: dict[str, Any] = {"H": H, "W": W}
RANGE = range(1, 1025)


def members(sizes: Sizes) -> list[int]:
    return [n for n in RANGE if n in sizes]


@draws(300)
@given(trees("H"), trees("H"), st.lists(trees("H"), max_size=2))
def test_one_symbol_against_trying_all(a: Any, b: Any, keep: list[Any]) -> None:
    left, right, kept = value(a, OF), value(b, OF), [value(tree, OF) for tree in keep]
    if any(isinstance(d, Size) and d.symbols != {H} for d in (left, right, *kept)):
        return
    if any(isinstance(d, int) for d in kept):
        return
    verdict = agreement(left, right, kept)
    possible = [n for n in RANGE if all(value(tree, {"H": n}) > 0 for tree in keep)]
    equal = [n for n in possible if value(a, {"H": n}) == value(b, {"H": n})]
    match verdict:
        case Always():
            assert equal == possible
        case Never():
            assert not equal
        case Sometimes(of, sizes):
            assert of is H
            assert members(sizes) == equal
            assert sizes != ALL
            assert sizes != NONE
        case Undecided():
            pytest.fail("one symbol is always decided here")


@draws(200)
@given(trees("HW"), trees("HW"))
def test_two_symbols_are_never_wrong(a: Any, b: Any) -> None:
    left, right = value(a, OF), value(b, OF)
    if any(isinstance(d, Size) and not d.symbols <= {H, W} for d in (left, right)):
        return
    verdict = agreement(left, right)
    equal = {
        (h, w)
        for h in range(1, 40)
        for w in range(1, 40)
        if value(a, {"H": h, "W": w}) == value(b, {"H": h, "W": w})
    }
    if isinstance(verdict, Always):
        assert len(equal) == 39 * 39
    if isinstance(verdict, Never):
        assert not equal
    if isinstance(verdict, Sometimes):
        for h in range(1, 40):
            for w in range(1, 40):
                n = h if verdict.symbol is H else w
                assert (n in verdict.sizes) == ((h, w) in equal)


@draws(200)
@given(trees("HW"))
def test_bounds_hold_and_one_symbol_is_tight(tree: Any) -> None:
    size = value(tree, OF)
    if isinstance(size, Size) and not size.symbols <= {H, W}:
        return
    low, high = bounds(size)
    values = [value(tree, {"H": h, "W": w}) for h in range(30) for w in range(1, 30)]
    assert low <= min(values)
    assert max(values) <= high
    if isinstance(size, Size) and size.symbols == {H}:
        one = [value(tree, {"H": h}) if "W" not in str(tree) else None for h in range(1025)]
        if None not in one:
            assert low in (min(one), -float("inf"))
            assert high in (max(one), float("inf"))


@draws(200)
@given(trees("HW"), trees("HW"), st.sampled_from(["<", "<=", ">", ">=", "==", "!="]))
def test_comparisons_that_are_decided_are_right(a: Any, b: Any, operator: str) -> None:
    left, right = value(a, OF), value(b, OF)
    if any(isinstance(d, Size) and not d.symbols <= {H, W} for d in (left, right)):
        return
    decided = compare(operator, left, right)
    if decided is None:
        return
    for h in range(20):
        for w in range(1, 20):
            here = {"H": h, "W": w}
            x, y = value(a, here), value(b, here)
            truth = {
                "<": x < y,
                "<=": x <= y,
                ">": x > y,
                ">=": x >= y,
                "==": x == y,
                "!=": x != y,
            }[operator]
            assert truth == decided


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (H, H, Always()),
        (H, H + 1, Never()),
        (H // 2 + (H + 1) // 2, H, Always()),
        (H, W, Undecided()),
        (W, V, Undecided()),
        (W, UNKNOWN_SIZE, Undecided()),
        (UNKNOWN_SIZE, UNKNOWN_SIZE, Undecided()),
        (W // V, W // V + 1, Never()),
        (W // V, 3, Undecided()),
        (fresh_none(), fresh_none(), Undecided()),
        (2 * H + 1, 2 * W, Never()),
        (H + W + 1, H, Never()),
        (H + W, 0, Never()),
        (H + W, 2 * (H // 2) + W, Sometimes(H, Sizes.multiples(2))),
        (H * H * 64, 256 * (H // 2) * (H // 2), Sometimes(H, Sizes.multiples(2))),
        (H * W, 2 * (H // 2) * W, Undecided()),
        (64, 64, Always()),
        (64, 32, Never()),
        (H - 10**9, 0, Undecided()),
        (H // 10**9, 0, Undecided()),
    ],
)
def test_cases(a: Any, b: Any, expected: Any) -> None:
    assert agreement(a, b) == expected


def u_net(levels: int) -> Sometimes:
    size = H
    for _ in range(levels):
        size = size // 2
    verdict = agreement(H, 2**levels * size)
    assert isinstance(verdict, Sometimes)
    return verdict


def test_u_net() -> None:
    assert u_net(4).describe("the input height") == "the input height is a multiple of 16"
    assert u_net(4).nearest(300) == (288, 304)
    assert u_net(1).describe("H") == "H is even"


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (H - 2 * (H // 2) - 1, "odd"),
        ((H - 12) % 16, "of the form 16k + 12"),
        (H % 12 - 3, "of the form 12k + 3"),
        ((H % 5) * (H % 5 - 2), "of the form 5k or 5k + 2"),
        (H - 3, "3"),
        ((H - 3) * (H - 5), "3 or 5"),
        ((H - 3) * (H - 5) * (H - 8), "one of 3, 5, 8"),
        (H // 3 - 5, "15 to 17"),
        ((H % 7) // 6 * 1, "not of the form 7k + 6"),
        (1 - (H + 2) % 3 // 2, "a multiple of 3"),
    ],
)
def test_words(difference: Any, words: str) -> None:
    verdict = agreement(difference, 0)
    assert isinstance(verdict, Sometimes)
    assert verdict.sizes.describe() == words


def test_small_sizes_that_can_not_be_are_left_out() -> None:
    verdict = agreement((H - 12) % 16, 0, [H - 172])
    assert isinstance(verdict, Sometimes)
    assert verdict.sizes.describe() == "188 or more, of the form 16k + 12"
    assert verdict.nearest(200) == (188, 204)
    assert verdict.nearest(100) == (None, 188)
    assert agreement(H, 5, [H - 10]) == Never()
    assert positive([3 - H, H], H) == Sizes((1, 2), 3, 1, ())


def test_one_condition_for_a_model() -> None:
    conditions = [agreement(H % 4, 0), agreement(H % 6, 0), agreement(W, 7)]
    demanded = together([c for c in conditions if isinstance(c, Sometimes)])
    assert demanded == {H: Sizes.multiples(12), W: Sizes((7,), 8, 1, ())}
    odd = [agreement(H % prime, 0) for prime in (101, 103, 107, 109)]
    assert together([c for c in odd if isinstance(c, Sometimes)])[H].period == 101 * 103


SETS = st.builds(
    lambda start, holds: Sizes.of(start, len(holds) - start, holds),
    st.just(5),
    st.lists(st.booleans(), min_size=6, max_size=18),
)


@draws(200)
@given(SETS, SETS, st.integers(1, 60))
def test_sets(a: Sizes, b: Sizes, n: int) -> None:
    assert members(a & b) == [m for m in members(a) if m in b]
    assert members(a | b) == sorted({*members(a), *members(b)})
    assert (a == b) == (members(a) == members(b))
    assert a.empty == (not members(a))
    below, above = a.nearest(n)
    assert below == max((m for m in members(a) if m < n), default=None)
    assert above == min((m for m in members(a) if m > n), default=None)
    assert a.first(3) == members(a)[:3]
    assert Sizes.of(30, 2 * a.period, [m in a for m in range(30 + 2 * a.period)]) == a
