"""The arithmetic of sizes: integer polynomials over symbols and floor divisions, in a normal form.

A `Size` is a sum of integer multiples of monomials plus a constant; a monomial is a product of
atoms; an atom is a symbol (`H`) or a floor division of a Size by a number (`H // 4`). The rules
of the normal form hold for all integers, negative ones included, so an expression and its normal
form agree whatever the symbols stand for:

    (d*q + r) // d               q + r // d            multiples of the divisor leave the floor
    (g*x + c) // (g*d)           (x + c//g) // d       common factors go
    (y + x//a) // b              (a*y + x) // (a*b)    nested floors merge
    -x // d                      -((x + d-1) // d)     the first coefficient is positive

Equal normal forms are one object: Sizes are compared and hashed by identity. What was computed
before is remembered in the operand, so that memory goes away with the symbols of a file.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import reduce
from math import gcd
from typing import Any
from weakref import WeakValueDictionary

# Beyond these an expression is replaced by a symbol of the same kind without relations.
MAX_WEIGHT = 48  # symbols and floors in it
MAX_NUMBER = 1 << 48
MAX_MEMO = 1024

_serials = itertools.count(1)
_sums: WeakValueDictionary[tuple[int, ...], Size] = WeakValueDictionary()
_floors: WeakValueDictionary[tuple[int, int], Floor] = WeakValueDictionary()


class Size:
    """A size that is not a known number. Immutable; equal normal forms are one object.

    terms:    pairs of a monomial (atoms) and its coefficient, in a fixed order
    constant: what is added to them
    symbols:  the symbols that occur
    literal:  False: Keras sees None; True: Keras sees a number; None: nothing is known
    weight:   how many symbols and floors it is written with
    renaming: what stands for it, see stand_ins.py; None as long as nobody asked
    """

    __slots__ = (
        "__weakref__",
        "_memo",
        "_text",
        "constant",
        "literal",
        "renaming",
        "serial",
        "symbols",
        "terms",
        "weight",
    )

    terms: Terms
    constant: int
    symbols: frozenset[Symbol]
    literal: bool | None
    weight: int
    renaming: Any

    def __init__(self, terms: Terms, constant: int) -> None:
        symbols, weight = terms[0][0][0].symbols, 0
        for monomial, _ in terms:
            for atom in monomial:
                weight += atom.weight
                if atom.symbols is not symbols:
                    symbols |= atom.symbols
        self._setup(terms, constant, symbols)
        self.weight = weight

    def _setup(self, terms: Terms, constant: int, symbols: frozenset[Symbol]) -> None:
        self.serial = next(_serials)
        self.terms, self.constant, self.symbols = terms, constant, symbols
        self.literal = True
        for symbol in symbols:
            if symbol is not self and not symbol.literal:
                self.literal = False
        self.weight = 1
        self._memo: dict[tuple[str, Any], Dim] = {}
        self._text: str | None = None
        self.renaming = None

    def __str__(self) -> str:
        if self._text is None:
            from flake8_concat.shapes.printing import text  # it imports this module

            self._text = text(self)
        return self._text

    __repr__ = __str__

    def __copy__(self) -> Size:
        return self

    def __deepcopy__(self, memo: Any) -> Size:
        return self

    def __add__(self, other: object) -> Dim:
        try:
            return self._memo["+", other]
        except (KeyError, TypeError):
            return self._compute("+", other)

    def __sub__(self, other: object) -> Dim:
        try:
            return self._memo["-", other]
        except (KeyError, TypeError):
            return self._compute("-", other)

    def __rsub__(self, other: object) -> Dim:
        try:
            return self._memo["r-", other]
        except (KeyError, TypeError):
            return self._compute("r-", other)

    def __mul__(self, other: object) -> Dim:
        try:
            return self._memo["*", other]
        except (KeyError, TypeError):
            return self._compute("*", other)

    def __floordiv__(self, other: object) -> Dim:
        try:
            return self._memo["//", other]
        except (KeyError, TypeError):
            return self._compute("//", other)

    def __rfloordiv__(self, other: object) -> Dim:
        return self._compute("r//", other)

    def __mod__(self, other: object) -> Dim:
        return self._compute("%", other)

    def __rmod__(self, other: object) -> Dim:
        return self._compute("r%", other)

    def __pow__(self, other: object) -> Dim:
        return self._compute("**", other)

    def __neg__(self) -> Dim:
        return self * -1

    def __pos__(self) -> Size:
        return self

    __radd__ = __add__
    __rmul__ = __mul__

    def _compute(self, operator: str, other: object) -> Dim:
        """The result of an operation, remembered. UNKNOWN_SIZE for what is not a size."""
        if isinstance(other, float) and other.is_integer():
            other = int(other)
        if other is UNKNOWN_SIZE or not isinstance(other, (int, Size)):
            return UNKNOWN_SIZE
        value = other if isinstance(other, Size) else int(other)
        result: Dim | None = self._memo.get((operator, value))
        if result is None:
            if len(self._memo) >= MAX_MEMO:
                self._memo.clear()
            result = self._memo[operator, value] = _OPERATIONS[operator](self, value)
        return result


class Atom(Size):
    """A factor of monomials: a symbol, or a floor division."""

    __slots__ = ()

    def _setup_atom(self, symbols: frozenset[Symbol]) -> None:
        self._setup((((self,), 1),), 0, symbols)


class Symbol(Atom):
    """A size known by name only, the same one wherever it occurs.

    name:   how it is shown; None: anonymous, shown as Keras shows it
    least:  it is at least that; None: nothing is known
    origin: where it comes from, for whoever made it
    """

    __slots__ = ("least", "name", "origin")

    def __init__(
        self, name: str | None, *, literal: bool, origin: Any = None, least: int | None = None
    ) -> None:
        self.name, self.origin, self.least = name, origin, least
        self._setup_atom(frozenset((self,)))
        self.literal = literal


class Floor(Atom):
    """inner // divisor, where `inner` is in lowest terms (see `floor_divide`)."""

    __slots__ = ("divisor", "inner")

    def __init__(self, inner: Size, divisor: int) -> None:
        self.inner, self.divisor = inner, divisor
        self._setup_atom(inner.symbols)
        self.weight = inner.weight + 1


class _Unknown(Size):
    """Nothing is known, perhaps a number, perhaps None. Whatever is done to it, it stays."""

    __slots__ = ()

    def __init__(self) -> None:
        self._setup((), 0, frozenset())
        self.literal = None

    def _absorb(self, _other: object) -> Size:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = _absorb
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _absorb

    def __neg__(self) -> Size:
        return self


Dim = int | Size
Monomial = tuple[Atom, ...]
Terms = tuple[tuple[Monomial, int], ...]

UNKNOWN_SIZE: Size = _Unknown()


def opaque(*sizes: Dim) -> Size:
    """A size that Keras sees as it sees a result of these, with no relation to them."""
    kinds = [size.literal for size in sizes if isinstance(size, Size)]
    if None in kinds:
        return UNKNOWN_SIZE
    return Symbol(None, literal=all(kinds))


def build(terms: Mapping[Monomial, int], constant: int) -> Dim:
    """The Size with these terms, or the number if none is left."""
    kept = [(monomial, factor) for monomial, factor in terms.items() if factor]
    if not kept:
        return constant
    if len(kept) > 1:
        kept.sort(key=_order)
    return interned(tuple(kept), constant)


def interned(terms: Terms, constant: int) -> Dim:
    """The one Size with these terms, which are in order and without zeros."""
    if len(terms) == 1:
        monomial, factor = terms[0]
        if factor == 1 and not constant and len(monomial) == 1:
            return monomial[0]
    # By serial numbers: keys that held the atoms would keep them alive for ever.
    serials = [constant]
    for monomial, factor in terms:
        serials += (factor, len(monomial))
        serials += [atom.serial for atom in monomial]
    key = tuple(serials)
    size = _sums.get(key)
    if size is None:
        size = Size(terms, constant)
        if size.weight > MAX_WEIGHT or _too_large(size):
            return opaque(size)
        size = _sums.setdefault(key, size)
    return size


def _order(term: tuple[Monomial, int]) -> tuple[Any, ...]:
    """Higher degrees first, then older atoms first: a monomial order, for exact division."""
    return (-len(term[0]), _serials_of(term[0]))


def _serials_of(monomial: Monomial) -> tuple[int, ...]:
    return tuple([atom.serial for atom in monomial])


def _too_large(size: Size) -> bool:
    return abs(size.constant) > MAX_NUMBER or any(abs(c) > MAX_NUMBER for _, c in size.terms)


def add(a: Size, b: Dim, factor: int = 1) -> Dim:
    """The sum a + factor * b."""
    if isinstance(b, int):
        return interned(a.terms, a.constant + factor * b)
    total = dict(a.terms)
    for monomial, coefficient in b.terms:
        total[monomial] = total.get(monomial, 0) + factor * coefficient
    return build(total, a.constant + factor * b.constant)


def multiply(a: Size, b: Dim) -> Dim:
    """The product."""
    if isinstance(b, int):
        if b == 0:
            return 0
        return interned(tuple([(monomial, b * c) for monomial, c in a.terms]), b * a.constant)
    if a.weight * (len(b.terms) + 1) + b.weight * (len(a.terms) + 1) > 4 * MAX_WEIGHT:
        return opaque(a, b)
    total: dict[Monomial, int] = {}
    for left, c in (*a.terms, ((), a.constant)):
        for right, d in (*b.terms, ((), b.constant)):
            monomial = tuple(sorted(left + right, key=_serial))
            total[monomial] = total.get(monomial, 0) + c * d
    constant = total.pop((), 0)
    return build(total, constant)


def _serial(atom: Atom) -> int:
    return atom.serial


def divide(a: Dim, b: Dim) -> Dim:
    """The floor of a / b. By another Size only where it goes exactly, else opaque."""
    if b == 0:
        return UNKNOWN_SIZE
    if isinstance(b, int):
        if isinstance(a, int):
            return a // b
        return floor_divide(a, b) if b > 0 else floor_divide(multiply(a, -1), -b)
    if a == 0:
        return 0
    content = reduce(gcd, (factor for _, factor in b.terms), b.constant)
    if isinstance(a, Size):
        quotient = exact_quotient(a, _divided(b, content))
        if quotient is not None:
            return divide(quotient, content)
    return opaque(a, b)


def _divided(size: Size, factor: int) -> Dim:
    """A size by a number that divides all of it."""
    terms = {monomial: coefficient // factor for monomial, coefficient in size.terms}
    return build(terms, size.constant // factor)


def exact_quotient(a: Dim, b: Dim) -> Dim | None:
    """The q with a == q * b, by long division of polynomials; None if there is none."""
    if isinstance(b, int):
        return None
    lead, factor = b.terms[0]
    quotient: Dim = 0
    for _ in range(MAX_WEIGHT):
        if not isinstance(a, Size):
            return quotient if a == 0 else None
        monomial, coefficient = a.terms[0]
        rest = list(monomial)
        for atom in lead:
            if atom not in rest:
                return None
            rest.remove(atom)
        if coefficient % factor:
            return None
        step: Dim = coefficient // factor
        for atom in rest:
            step = step * atom
        quotient, a = quotient + step, a - step * b
    return None


def floor_divide(x: Dim, divisor: int) -> Dim:
    """The floor of x / divisor, for a positive divisor, in normal form."""
    if isinstance(x, int):
        return x // divisor
    if divisor == 1:
        return x
    outside: dict[Monomial, int] = {}
    inside: dict[Monomial, int] = {}
    for monomial, factor in x.terms:
        rest = _symmetric(factor, divisor)
        outside[monomial] = (factor - rest) // divisor
        if rest:
            inside[monomial] = rest
    whole, offset = divmod(x.constant, divisor)
    if not inside:
        return build(outside, whole)
    sign = 1 if next(iter(inside.values())) > 0 else -1
    if sign < 0:
        inside = {monomial: -factor for monomial, factor in inside.items()}
        offset = divisor - 1 - offset
    for monomial, factor in inside.items():
        if -2 * factor == divisor:  # +d/2 and -d/2 are the same remainder: one form only
            inside[monomial] = -factor
            outside[monomial] -= sign
    common = reduce(gcd, inside.values(), divisor)
    if common > 1:
        inside = {monomial: factor // common for monomial, factor in inside.items()}
        offset, divisor = offset // common, divisor // common
    floored = _floor(inside, offset, divisor)
    around = build(outside, whole)
    return around + floored if sign > 0 else around - floored


def _symmetric(factor: int, divisor: int) -> int:
    """The remainder of least magnitude; of two such, the one with the sign of `factor`."""
    rest = factor % divisor
    if 2 * rest > divisor or (2 * rest == divisor and factor < 0):
        return rest - divisor
    return rest


def _floor(inside: dict[Monomial, int], offset: int, divisor: int) -> Dim:
    """The floor of what is in lowest terms: merged with a floor in it, or an atom."""
    for monomial, factor in inside.items():
        atom = monomial[0]
        if len(monomial) == 1 and isinstance(atom, Floor) and factor in (1, -1):
            rest = {other: c * atom.divisor for other, c in inside.items() if other != monomial}
            ceiling = atom.divisor - 1 if factor < 0 else 0  # -(x // a) is (-x + a-1) // a
            others = build(rest, offset * atom.divisor + ceiling)
            merged = others + atom.inner if factor > 0 else others - atom.inner
            return floor_divide(merged, divisor * atom.divisor)
    inner = build(inside, offset)
    if not isinstance(inner, Size):  # pragma: no cover - `inside` is never empty
        return inner // divisor
    if divisor > MAX_NUMBER or inner.weight >= MAX_WEIGHT:
        return opaque(inner)
    return _floor_of(inner, divisor)


def _floor_of(inner: Size, divisor: int) -> Floor:
    """The one floor of these."""
    key = (inner.serial, divisor)
    floor = _floors.get(key)
    if floor is None:
        floor = _floors.setdefault(key, Floor(inner, divisor))
    return floor


def remainder(a: Dim, b: Dim) -> Dim:
    """The remainder, which is a - a // b * b."""
    return UNKNOWN_SIZE if b == 0 else a - a // b * b


def power(a: Size, b: Dim) -> Dim:
    """The power a**b, for a small number b."""
    if not isinstance(b, int) or not 0 <= b <= 8:
        return UNKNOWN_SIZE
    result: Dim = 1
    for _ in range(b):
        result = result * a
    return result


_OPERATIONS: dict[str, Any] = {
    "+": add,
    "-": lambda a, b: add(a, b, -1),
    "r-": lambda a, b: multiply(a, -1) + b,
    "*": multiply,
    "//": divide,
    "r//": lambda a, b: divide(b, a),
    "%": remainder,
    "r%": lambda a, b: remainder(b, a),
    "**": power,
}


def substitute(size: Dim, values: Mapping[Symbol, Dim]) -> Dim:
    """The size with sizes in the place of symbols: `substitute(H // 2, {H: 300})` is 150."""
    if isinstance(size, int) or size.symbols.isdisjoint(values):
        return size
    total: Dim = size.constant
    for monomial, factor in size.terms:
        term: Dim = factor
        for atom in monomial:
            term = term * _substituted(atom, values)
        total = total + term
    return total


def _substituted(atom: Atom, values: Mapping[Symbol, Dim]) -> Dim:
    if isinstance(atom, Floor):
        return substitute(atom.inner, values) // atom.divisor
    return values.get(atom, atom)  # type: ignore[call-overload,no-any-return]


def renamed(size: Size, names: Mapping[Symbol, Symbol]) -> Size:
    """The same with other symbols, each in the place of one."""
    terms: dict[Monomial, int] = {}
    for monomial, factor in size.terms:
        atoms = [_renamed(atom, names) for atom in monomial]
        if None in atoms:
            found = substitute(size, names)
            break
        terms[tuple(sorted(atoms, key=_serial) if len(atoms) > 1 else atoms)] = factor
    else:
        found = build(terms, size.constant)
    assert isinstance(found, Size)  # no term is gone
    return found


def _renamed(atom: Atom, names: Mapping[Symbol, Symbol]) -> Any:
    """None for a floor of a sum: how that is written depends on which symbol is the older one."""
    if not isinstance(atom, Floor):
        return names.get(atom, atom)  # type: ignore[call-overload]
    if len(atom.inner.terms) > 1:
        return None
    inner = renamed(atom.inner, names)
    return _floor_of(inner, atom.divisor) if len(inner.terms) == 1 else None
