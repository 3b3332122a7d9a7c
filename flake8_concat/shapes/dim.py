"""Sizes: a number, a symbolic expression, or unknown.

A `Dim` is a plain `int` where the size is known, else a `Size`. Arithmetic is written once, with
Python's operators, and holds for both: `(d - k) // s + 1`. Three kinds of symbol:

- Keras sees None there (`Input((None, None, 3))`, the batch): `literal=False`
- Keras will see a number that this file does not say (a parameter): `literal=True`
- nothing is known, perhaps a number, perhaps None: `UNKNOWN_SIZE`, which absorbs everything

An expression is of the None kind if any symbol in it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from flake8_concat.shapes.algebra import UNKNOWN_SIZE, Dim, Floor, Size, Symbol, substitute
from flake8_concat.shapes.printing import text

BATCH: Symbol = Symbol(None, literal=False, least=0)


def symbol(name: str, *, literal: bool, origin: Any = None) -> Symbol:
    """A new size known by name only; `literal`: Keras will see a number there, not None.

    Two symbols are two sizes, though they have one name: keep it where it is to mean the same.
    `origin` is the maker's own, the place it comes from.
    """
    return Symbol(name, literal=literal, origin=origin, least=1 if literal else 0)


def fresh_none(origin: Any = None) -> Symbol:
    """A None of Keras that has no name and no relation to any other size."""
    return Symbol(None, literal=False, origin=origin, least=0)


def is_none(dim: Dim) -> bool:
    """Whether Keras certainly sees None there."""
    return not isinstance(dim, int) and dim.literal is False


def is_number(dim: Dim) -> bool:
    """Whether Keras certainly sees a number there, known or not."""
    return isinstance(dim, int) or dim.literal is True


def ceil_div(a: Dim, b: int) -> Dim:
    """The quotient a / b, rounded up."""
    return -(-a // b)


def product(dims: Iterable[Dim]) -> Dim:
    """The product of sizes; 1 for none."""
    total: Dim = 1
    for dim in dims:
        total = total * dim
    return total


__all__ = [
    "BATCH",
    "UNKNOWN_SIZE",
    "Dim",
    "Floor",
    "Size",
    "Symbol",
    "ceil_div",
    "fresh_none",
    "is_none",
    "is_number",
    "product",
    "substitute",
    "symbol",
    "text",
]
