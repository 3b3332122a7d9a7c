"""Sets of sizes that repeat: exactly for which values of one symbol something holds.

An expression over one symbol n, cut into the classes n = r, r + p, r + 2p, … of its period p, is
a polynomial on every class (a line, unless sizes are multiplied). Where all its differences have
one sign it keeps that sign for ever. So walking until all classes have settled tells the truth
for all n, without a solver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from math import gcd, lcm

from flake8_concat.shapes.algebra import Atom, Dim, Floor, Size, Symbol

# No period is longer and no walk goes further: what would need it is not decided.
MAX_WALK = 1 << 17
MAX_LISTED = 16  # sizes, and stretches of them, that words name one by one


class TooLong(Exception):
    """The period or the first value from which it holds is beyond MAX_WALK."""


@dataclass(frozen=True)
class Sizes:
    """A set of sizes, positive integers. Canonical: equal sets are equal values.

    small:    its members below `start`
    start:    from here on it repeats
    period:   it repeats after so many
    residues: the remainders modulo `period` of its members from `start` on
    """

    small: tuple[int, ...]
    start: int
    period: int
    residues: tuple[int, ...]

    @staticmethod
    def of(start: int, period: int, holds: Sequence[bool]) -> Sizes:
        """The canonical set.

        `holds[n]` says whether n is in it, for all 0 < n < start + period; `holds[0]` is not read.
        """
        repeating = [holds[start + (r - start) % period] for r in range(period)]
        least = _least_period(repeating)
        repeating = repeating[:least]
        while start > 1 and holds[start - 1] == repeating[(start - 1) % least]:
            start -= 1
        return Sizes(
            tuple(n for n in range(1, start) if holds[n]),
            start,
            least,
            tuple(r for r in range(least) if repeating[r]),
        )

    @staticmethod
    def multiples(of: int) -> Sizes:
        """All multiples of a number."""
        return Sizes((), 1, of, (0,))

    @cached_property
    def _members(self) -> tuple[frozenset[int], frozenset[int]]:
        return frozenset(self.small), frozenset(self.residues)

    def __contains__(self, n: int) -> bool:
        small, residues = self._members
        return n in small if n < self.start else n % self.period in residues

    @property
    def empty(self) -> bool:
        """Whether no size is in it."""
        return not self.small and not self.residues

    @property
    def everything(self) -> bool:
        """Whether all sizes from 1 on are in it."""
        return self == ALL

    def __and__(self, other: Sizes) -> Sizes:
        """The intersection. Raises TooLong."""
        return self._combined(other, lambda n: n in self and n in other)

    def __or__(self, other: Sizes) -> Sizes:
        """The union. Raises TooLong."""
        return self._combined(other, lambda n: n in self or n in other)

    def __sub__(self, other: Sizes) -> Sizes:
        """The members that the other has not. Raises TooLong."""
        return self._combined(other, lambda n: n in self and n not in other)

    def _combined(self, other: Sizes, holds: Callable[[int], bool]) -> Sizes:
        start, period = max(self.start, other.start), lcm(self.period, other.period)
        if start + period > MAX_WALK:
            raise TooLong
        return Sizes.of(start, period, [False, *map(holds, range(1, start + period))])

    def nearest(self, n: int) -> tuple[int | None, int | None]:
        """The members next below and next above n; None where there is none."""
        reach = max(self.start - n, 0) + self.period + 1
        above = next((m for m in range(n + 1, n + reach + 1) if m in self), None)
        lowest = max(0, min(n - 1 - self.period, self.start - 1))
        below = next((m for m in range(n - 1, lowest, -1) if m in self), None)
        if below is None and self.small:
            below = max((m for m in self.small if m < n), default=None)
        return below, above

    def first(self, count: int) -> list[int]:
        """Its smallest members, at most so many."""
        found = list(self.small[:count])
        if self.residues:
            n = self.start
            while len(found) < count:
                if n in self:
                    found.append(n)
                n += 1
        return found

    def describe(self) -> str:
        """The set in words that follow "is" or "must be": "a multiple of 16", "2 or 6"."""
        return _described(self)


ALL = Sizes((), 1, 1, (0,))
NONE = Sizes((), 1, 1, ())


def _least_period(values: Sequence[bool]) -> int:
    """The least divisor of len(values) after which they repeat."""
    length = period = len(values)
    for prime in _primes(length):
        while period % prime == 0 and _repeats(values, period // prime):
            period //= prime
    return period


def _repeats(values: Sequence[bool], period: int) -> bool:
    return values[period:] == values[:-period]


def _primes(n: int) -> list[int]:
    found, candidate = [], 2
    while n > 1:
        if n % candidate == 0:
            found.append(candidate)
            while n % candidate == 0:
                n //= candidate
        candidate += 1 if candidate * candidate <= n else max(1, n - candidate)
    return found


def _described(sizes: Sizes) -> str:
    if sizes.empty:
        return "no size at all"
    if not sizes.residues:
        return _listed(sizes.small)
    form = _form(sizes)
    smallest = next(n for n in range(sizes.start, MAX_WALK * 2) if n in sizes)
    before = any(n % sizes.period in sizes.residues for n in range(1, sizes.start))
    if before:
        form = f"{smallest} or more" if sizes.period == 1 else f"{smallest} or more, {form}"
    if sizes.small:
        form = f"{_listed(sizes.small)}, or {form}"
    return form


def _form(sizes: Sizes) -> str:
    period, residues = sizes.period, sizes.residues
    if period == 1:
        return "any size"
    if period == 2:
        return "odd" if residues[0] else "even"
    if residues == (0,):
        return f"a multiple of {period}"
    if len(residues) == period - 1:
        missing = next(r for r in range(period) if r not in residues)
        form = f"of the form {_shape(period, missing)}" if missing else f"a multiple of {period}"
        return f"not {form}"
    if len(residues) <= 3:
        forms = [_shape(period, r) for r in residues]
        return "of the form " + " or ".join(forms)
    return f"of the form {period}k + r, r {_listed(residues)}"


def _shape(period: int, residue: int) -> str:
    return f"{period}k + {residue}" if residue else f"{period}k"


def _listed(numbers: Sequence[int]) -> str:
    if len(numbers) <= 2:
        return " or ".join(map(str, numbers))
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    shown = [
        part
        for run in runs
        for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))
    ]
    if len(shown) == 1:
        return shown[0]
    told, more = shown[:MAX_LISTED], len(shown) > MAX_LISTED
    return f"one of {', '.join(told)}" + (f", … {shown[-1]}" if more else "")


def where(size: Dim, symbol: Symbol, test: Callable[[int], bool]) -> Sizes:
    """For which values of its only symbol `test` holds for the size. Raises TooLong.

    `test` depends on the sign only: `lambda d: d == 0`, `lambda d: d > 0`.
    """
    if isinstance(size, int):
        return ALL if test(size) else NONE
    values, start, period = walk(size, symbol)
    return Sizes.of(start, period, [False, *map(test, values[: start + period - 1])])


def walk(size: Size, symbol: Symbol) -> tuple[list[int], int, int]:
    """The values of the size at 1, 2, 3, …, from where on their signs are settled, the period.

    Raises TooLong.
    """
    period, degree = period_of(size), degree_of(size)
    length = period * (degree + 2)
    while length <= 4 * MAX_WALK:
        values = table(size, symbol, range(1, length + 1))
        start = _settled(values, period, degree)
        if start is not None:
            return values, start, period
        length *= 2
    raise TooLong


def _settled(values: list[int], period: int, degree: int) -> int | None:
    """The first n from where on, in all classes, no sign changes. `values[0]` is that at 1."""
    rows = [values]
    for _ in range(degree):
        last = rows[-1]
        rows.append([b - a for a, b in zip(last, last[period:], strict=False)])
    count = len(rows[-1])
    settled = [
        (column[0] > 0 and min(column) >= 0)
        or (column[0] < 0 and max(column) <= 0)
        or not any(column)
        for column in zip(*(row[:count] for row in rows), strict=True)
    ]
    run = 0
    for index, calm in enumerate(settled):
        run = run + 1 if calm else 0
        if run == period:
            return index - period + 2
    return None


def table(size: Size, symbol: Symbol, at: Sequence[int]) -> list[int]:
    """The values of a size over one symbol, where the symbol has these values."""
    known: dict[Atom, Sequence[int]] = {symbol: at}

    def atom_values(atom: Atom) -> Sequence[int]:
        if atom not in known and isinstance(atom, Floor):
            divisor = atom.divisor
            known[atom] = [value // divisor for value in values(atom.inner)]
        return known[atom]

    def values(size: Size) -> list[int]:
        total = [size.constant] * len(at)
        for monomial, factor in size.terms:
            term = list(atom_values(monomial[0]))
            for atom in monomial[1:]:
                term = [a * b for a, b in zip(term, atom_values(atom), strict=True)]
            total = [a + factor * b for a, b in zip(total, term, strict=True)]
        return total

    return values(size)


def degree_of(size: Size) -> int:
    """The degree of the polynomial that it is on every class."""

    def of(atom: Atom) -> int:
        return degree_of(atom.inner) if isinstance(atom, Floor) else 1

    return max((sum(map(of, monomial)) for monomial, _ in size.terms), default=0)


def period_of(size: Size) -> int:
    """A period: the size is a polynomial on every class modulo it. Raises TooLong."""
    return _period_and_slope(size)[0]


def _period_and_slope(size: Size) -> tuple[int, int | None]:
    """A period, and by how much the size grows in one; None where that varies."""
    if isinstance(size, Symbol):
        return 1, 1
    if isinstance(size, Floor):
        period, slope = _period_and_slope(size.inner)
        times = size.divisor if slope is None else size.divisor // gcd(size.divisor, slope)
        if period * times > MAX_WALK:
            raise TooLong
        return period * times, None if slope is None else slope * times // size.divisor
    parts = [
        (_period_and_slope(atom), factor if len(monomial) == 1 else None)
        for monomial, factor in size.terms
        for atom in monomial
    ]
    period = reduce(lcm, (part[0] for part, _ in parts), 1)
    if period > MAX_WALK:
        raise TooLong
    total = 0
    for (own, growth), factor in parts:
        if growth is None or factor is None:
            return period, None
        total += factor * growth * (period // own)
    return period, total


def positive(sizes: Iterable[Dim], symbol: Symbol) -> Sizes:
    """For which values of the symbol all these sizes are at least 1. Raises TooLong.

    Sizes in which other symbols occur say nothing.
    """
    only = frozenset((symbol,))
    result = ALL
    for size in dict.fromkeys(sizes):
        if isinstance(size, Size) and size.symbols == only and size is not symbol:
            result = result & where(size, symbol, lambda value: value > 0)
    return result
