"""Sizes as people read them: `H`, `H/4`, `⌊H/4⌋`, `⌈H/2⌉ + 1`.

A division is written plain, `H/4`, only where it is known to go without a remainder: for a
caller who says which sizes occur (`text(size, {H: (16, 0)})`, what a model demands of its input).
Otherwise the floor matters and shows. What Keras sees as None and has no name (the batch) is
printed `None`, and whatever is computed from it too; what is not known at all is `?`.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd, prod

from flake8_concat.shapes.algebra import Atom, Dim, Floor, Monomial, Size, Symbol, substitute

# A symbol is a multiple of the first number, plus the second.
Forms = Mapping[Symbol, tuple[int, int]]


def text(size: Dim, forms: Forms | None = None) -> str:
    """The size in words of one line. `forms`: what is known of symbols."""
    if isinstance(size, int):
        return str(size)
    if size.literal is None:
        return "?"
    if any(symbol.name is None for symbol in size.symbols):
        return "?" if size.literal else "None"
    exact = None if not forms or size.symbols.isdisjoint(forms) else _exact(size, forms)
    return exact or _sum(size)


# -- where divisions go without a remainder ------------------------------------------------------
def _exact(size: Size, forms: Forms) -> str | None:
    """The size without floors, None if that can't be.

    The symbol H is written as 16 k + r; what comes out in k is told in H again.
    """
    known = {symbol: form for symbol, form in forms.items() if symbol in size.symbols}
    counted = substitute(size, {s: s * period + rest for s, (period, rest) in known.items()})
    if isinstance(counted, int):
        return str(counted)
    parts, constant = [], counted.constant
    for monomial, factor in counted.terms:
        shifted = [known[atom] for atom in monomial if atom in known]
        if any(isinstance(atom, Floor) for atom in monomial):
            return None
        below = prod(period for period, _ in shifted)
        if any(rest for _, rest in shifted):
            if len(monomial) > 1 or factor * shifted[0][1] % below:
                return None
            constant -= factor * shifted[0][1] // below
        common = gcd(factor, below)
        told = _term(monomial, abs(factor) // common)
        parts.append((factor, told if below == common else f"{told}/{below // common}"))
    return _joined(parts, constant)


def _joined(parts: list[tuple[int, str]], constant: int) -> str:
    """The sum of terms, each with a number that has its sign, positive ones first."""
    parts = sorted(parts, key=lambda part: part[0] < 0)
    if constant:
        parts.append((constant, str(abs(constant))))
    (sign, first), *rest = parts
    told = "".join(f" {'-' if factor < 0 else '+'} {part}" for factor, part in rest)
    return f"{'-' if sign < 0 else ''}{first}{told}"


# -- where floors matter --------------------------------------------------------------------------
def _sum(size: Dim) -> str:
    if isinstance(size, int):
        return str(size)
    terms, constant = size.terms, size.constant
    if constant and len(terms) == 1 and terms[0][1] == 1 and len(terms[0][0]) == 1:
        absorbed = _with_constant(terms[0][0][0], constant)
        if absorbed is not None:
            return absorbed
    return _joined([(factor, _term(monomial, abs(factor))) for monomial, factor in terms], constant)


def _term(monomial: Monomial, factor: int) -> str:
    told = "*".join(map(_atom, monomial))
    return told if factor == 1 else f"{factor}{told}"


def _atom(atom: Atom) -> str:
    if not isinstance(atom, Floor):
        return str(atom.name)  # type: ignore[attr-defined]
    inner, divisor = atom.inner, atom.divisor
    if inner.constant and inner.constant == divisor - 1:  # (x + d-1) // d
        return f"⌈{_quotient(inner - inner.constant, divisor)}⌉"
    return f"⌊{_quotient(inner, divisor)}⌋"


def _with_constant(atom: Atom, constant: int) -> str | None:
    """One floor plus a constant as one floor, `⌊(H - 23)/16⌋`, unless it is simpler without."""
    if not isinstance(atom, Floor) or atom.inner.constant in (0, atom.divisor - 1):
        return None
    return f"⌊{_quotient(atom.inner + constant * atom.divisor, atom.divisor)}⌋"


def _quotient(inner: Dim, divisor: int) -> str:
    told = _sum(inner)
    return f"({told})/{divisor}" if " " in told else f"{told}/{divisor}"
