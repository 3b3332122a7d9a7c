"""Sizes as people read them: `H`, `H/4`, `⌊H/4⌋`, `⌈H/2⌉ + 1`.

A division is written plain, `H/4`, only where it is known to go without a remainder: for a
caller who says which multiples the symbols are (`text(size, {H: 16})`, what a model demands of
its input). Otherwise the floor matters and shows. What Keras sees as None and has no name (the
batch) is printed `None`, and whatever is computed from it too; what is not known at all is `?`.
"""

from __future__ import annotations

from collections.abc import Mapping

from flake8_concat.shapes.algebra import Atom, Dim, Floor, Monomial, Size, Symbol


def text(size: Size, multiples: Mapping[Symbol, int] | None = None) -> str:
    """The size in words of one line. `multiples`: numbers that symbols are known multiples of."""
    if size.literal is None:
        return "?"
    if any(symbol.name is None for symbol in size.symbols):
        return "?" if size.literal else "None"
    return _sum(size, multiples or {})


def _shown(size: Dim, multiples: Mapping[Symbol, int]) -> str:
    return str(size) if isinstance(size, int) else _sum(size, multiples)


def _sum(size: Size, multiples: Mapping[Symbol, int]) -> str:
    terms, constant = size.terms, size.constant
    if constant and len(terms) == 1 and terms[0][1] == 1 and len(terms[0][0]) == 1:
        absorbed = _with_constant(terms[0][0][0], constant, multiples)
        if absorbed is not None:
            return absorbed
    parts = [
        ("-" if factor < 0 else "+", _term(monomial, abs(factor), multiples))
        for monomial, factor in sorted(terms, key=lambda term: term[1] < 0)
    ]
    if constant:
        parts.append(("-" if constant < 0 else "+", str(abs(constant))))
    sign, first = parts[0]
    rest = "".join(f" {sign} {part}" for sign, part in parts[1:])
    return f"{'-' if sign == '-' else ''}{first}{rest}"


def _term(monomial: Monomial, factor: int, multiples: Mapping[Symbol, int]) -> str:
    factors = [_atom(atom, multiples) for atom in monomial]
    if factor == 1:
        return "*".join(factors)
    if len(factors) == 1 and "/" in factors[0] and factors[0][0] != "⌊" and factors[0][0] != "⌈":
        return f"{factor}*{factors[0]}"
    return f"{factor}{'*'.join(factors)}"


def _atom(atom: Atom, multiples: Mapping[Symbol, int]) -> str:
    if isinstance(atom, Floor):
        return _floor(atom, multiples)
    return str(atom.name)  # type: ignore[attr-defined]


def _floor(atom: Floor, multiples: Mapping[Symbol, int]) -> str:
    inner, divisor = atom.inner, atom.divisor
    if not inner.constant:
        if _goes_exactly(inner, divisor, multiples):
            return _quotient(_sum(inner, multiples), divisor)
        return f"⌊{_quotient(_sum(inner, multiples), divisor)}⌋"
    if inner.constant == divisor - 1:  # (x + d-1) // d
        without = _shown(inner - inner.constant, multiples)
        if _goes_exactly(inner, divisor, multiples):
            return _quotient(without, divisor)
        return f"⌈{_quotient(without, divisor)}⌉"
    return f"⌊{_quotient(_sum(inner, multiples), divisor)}⌋"


def _with_constant(atom: Atom, constant: int, multiples: Mapping[Symbol, int]) -> str | None:
    """One floor plus a constant as one floor, `⌊(H - 23)/16⌋`, unless it is simpler without."""
    if not isinstance(atom, Floor):
        return None
    inner, divisor = atom.inner, atom.divisor
    if inner.constant in (0, divisor - 1):
        return None
    whole = _shown(inner + constant * divisor, multiples)
    return f"⌊{_quotient(whole, divisor)}⌋"


def _quotient(inner: str, divisor: int) -> str:
    return f"({inner})/{divisor}" if " " in inner else f"{inner}/{divisor}"


def _goes_exactly(inner: Size, divisor: int, multiples: Mapping[Symbol, int]) -> bool:
    """Whether every term is certainly a multiple of the divisor."""
    for monomial, factor in inner.terms:
        known = factor
        for atom in monomial:
            known *= multiples.get(atom, 1)  # type: ignore[call-overload]
        if known % divisor:
            return False
    return True
