"""When two sizes are the same: always, never, for some values of a symbol, or nobody can tell.

Keras does not compare sizes that it sees as None; the model then fails at the first image that
does not fit. Here they are compared as expressions:

    agreement(H, 2 * (H // 2))      Sometimes(H, even)
    agreement(H, H + 1)             Never()
    agreement(H, W)                 Undecided()
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from math import gcd, inf

from flake8_concat.shapes.algebra import (
    UNKNOWN_SIZE,
    Atom,
    Dim,
    Floor,
    Monomial,
    Size,
    Symbol,
    build,
    substitute,
)
from flake8_concat.shapes.periodic import ALL, Sizes, TooLong, positive, table, walk, where


@dataclass(frozen=True, slots=True)
class Always:
    """They are equal whatever the symbols stand for."""


@dataclass(frozen=True, slots=True)
class Never:
    """They are equal for no value for which all sizes are positive."""


@dataclass(frozen=True, slots=True)
class Sometimes:
    """They are equal exactly when the symbol is one of these sizes."""

    symbol: Symbol
    sizes: Sizes

    def describe(self, name: str) -> str:
        """In plain words: "the input height is a multiple of 16"."""
        return f"{name} is {self.sizes.describe()}"

    def nearest(self, n: int) -> tuple[int | None, int | None]:
        """The sizes that work next below and next above n; None where there is none."""
        return self.sizes.nearest(n)


@dataclass(frozen=True, slots=True)
class Undecided:
    """It depends on more than one symbol, or on what is not known."""


Agreement = Always | Never | Sometimes | Undecided


def agreement(a: Dim, b: Dim, keep_positive: Iterable[Dim] = ()) -> Agreement:
    """When two sizes are equal. Exact where their difference depends on one symbol.

    `keep_positive` are sizes that must be at least 1 for the network to exist (all those on the
    way): values of the symbol for which they are not don't count.
    """
    if a is UNKNOWN_SIZE or b is UNKNOWN_SIZE:
        return Undecided()
    difference = a - b
    if isinstance(difference, int):
        return Never() if difference else Always()
    if len(difference.symbols) == 1:
        (symbol,) = difference.symbols
        if symbol.name is None and symbol.least is None:
            return Undecided()  # stands for an expression of which only the kind is known
        try:
            return _of_one(difference, symbol, positive(keep_positive, symbol))
        except TooLong:
            return Undecided()
    low, high = bounds(difference)
    if low > 0 or high < 0 or _out_of_step(difference):
        return Never()
    return Undecided()


def _of_one(difference: Size, symbol: Symbol, possible: Sizes) -> Agreement:
    equal = where(difference, symbol, lambda value: value == 0) & possible
    if equal == possible:
        return Always()
    return Never() if equal.empty else Sometimes(symbol, equal)


def _out_of_step(difference: Size) -> bool:
    """Whether it can't be 0 because all its terms are multiples of what its constant is not."""
    step = reduce(gcd, (factor for _, factor in difference.terms))
    return difference.constant % step != 0


def together(conditions: Iterable[Sometimes]) -> dict[Symbol, Sizes]:
    """What several conditions demand of each symbol at once: one condition for a whole model.

    Conditions that would make a period too long are left out.
    """
    demanded: dict[Symbol, Sizes] = {}
    for condition in conditions:
        before = demanded.get(condition.symbol, ALL)
        try:
            demanded[condition.symbol] = before & condition.sizes
        except TooLong:
            demanded[condition.symbol] = before
    return demanded


def compare(operator: str, a: Dim, b: Dim) -> bool | None:
    """Whether `a < b` (or another of < <= > >= == !=); None where that is not decided.

    Symbols of the None kind are at least 0, those that stand for a number at least 1.
    """
    if a is UNKNOWN_SIZE or b is UNKNOWN_SIZE:
        return None
    difference = a - b
    low, high = bounds(difference)
    if operator in ("==", "!="):
        equal = _equal(difference, low, high)
        return equal if equal is None or operator == "==" else not equal
    return _COMPARED[operator](low, high)


def _equal(difference: Dim, low: float, high: float) -> bool | None:
    if low > 0 or high < 0:
        return False
    if isinstance(difference, int):
        return True
    if not isinstance(agreement(difference, 0), Never):
        return None
    # Agreements are about sizes from 1 on; that of an empty image may be 0.
    at_zero = substitute(difference, dict.fromkeys(difference.symbols, 0))
    return False if at_zero != 0 or all(s.least for s in difference.symbols) else None


def _decided(*, sure: bool, impossible: bool) -> bool | None:
    return True if sure else False if impossible else None


_COMPARED = {
    "<": lambda low, high: _decided(sure=high < 0, impossible=low >= 0),
    "<=": lambda low, high: _decided(sure=high <= 0, impossible=low > 0),
    ">": lambda low, high: _decided(sure=low > 0, impossible=high <= 0),
    ">=": lambda low, high: _decided(sure=low >= 0, impossible=high < 0),
}


def bounds(size: Dim) -> tuple[float, float]:
    """The least and the greatest value of a size; infinite where there is none.

    Exact for one symbol, and for sums of functions of single symbols.
    """
    if isinstance(size, int):
        return size, size
    groups: dict[frozenset[Symbol], dict[Monomial, int]] = {}
    for monomial, factor in size.terms:
        symbols = frozenset[Symbol]().union(*(atom.symbols for atom in monomial))
        groups.setdefault(symbols, {})[monomial] = factor
    low = high = float(size.constant)
    for symbols, terms in groups.items():
        least, greatest = _bounds_of_group(symbols, terms)
        low, high = low + least, high + greatest
    return low, high


def _bounds_of_group(symbols: frozenset[Symbol], terms: dict[Monomial, int]) -> tuple[float, float]:
    if any(symbol.least is None for symbol in symbols):
        return -inf, inf
    size = build(terms, 0)
    if len(symbols) == 1 and isinstance(size, Size):
        return _bounds_of_one(size, next(iter(symbols)))
    low = high = 0.0
    for monomial, factor in terms.items():
        least = 1.0
        for atom in monomial:
            lowest = _lowest(atom)
            least = least * lowest if lowest >= 0 <= least else -inf
        low += factor * least if factor > 0 else -inf
        high += inf if factor > 0 or least == -inf else factor * least
    return low, high


def _lowest(atom: Atom) -> float:
    if isinstance(atom, Floor):
        return bounds(atom.inner)[0] // atom.divisor
    return float(atom.least)  # type: ignore[attr-defined]


def _bounds_of_one(size: Size, symbol: Symbol) -> tuple[float, float]:
    try:
        values, start, period = walk(size, symbol)
    except TooLong:
        return -inf, inf
    first, then = values[start - 1 : start - 1 + period], values[start - 1 + period :]
    seen = values[: start - 1 + period]
    if symbol.least == 0:
        seen = [*seen, *table(size, symbol, [0])]
    steps = [after - before for before, after in zip(first, then, strict=False)]
    return (
        -inf if min(steps) < 0 else float(min(seen)),
        inf if max(steps) > 0 else float(max(seen)),
    )
