"""Sizes: a number, a symbolic expression, or unknown.

A `Dim` is a plain `int` where the size is known, else a `Size`. Arithmetic is written once, with
Python's operators, and holds for both: `(d - k) // s + 1`. Three kinds of symbol:

- Keras sees None there (`Input((None, None, 3))`, the batch): `literal=False`
- Keras will see a number that this file does not say (a parameter): `literal=True`
- nothing is known, perhaps a number, perhaps None: `UNKNOWN_SIZE`, which absorbs everything
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Union

_names = itertools.count(1)


class Size:
    """A size that is not a known number. Immutable; equal when structurally equal."""

    __slots__ = ("literal", "text")

    def __init__(self, text: str, literal: bool | None) -> None:
        self.text, self.literal = text, literal

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def _absorb(self, other: object) -> Size:
        return UNKNOWN_SIZE

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _absorb
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _absorb

    def __neg__(self) -> Size:
        return UNKNOWN_SIZE


Dim = Union[int, Size]

UNKNOWN_SIZE = Size("?", None)
BATCH = Size("None", False)


def symbol(name: str, *, literal: bool) -> Size:
    """A size known by name only; `literal`: Keras will see a number there, not None."""
    return Size(name, literal)


def fresh_none() -> Size:
    """A None of Keras that has no relation to any other size."""
    return Size("None", False)


def is_none(dim: Dim) -> bool:
    """Whether Keras certainly sees None there."""
    return type(dim) is not int and dim.literal is False  # type: ignore[union-attr]


def is_number(dim: Dim) -> bool:
    """Whether Keras certainly sees a number there, known or not."""
    return type(dim) is int or dim.literal is True  # type: ignore[union-attr]


def ceil_div(a: Dim, b: int) -> Dim:
    """a / b, rounded up."""
    return -(-a // b)


def product(dims: Iterable[Dim]) -> Dim:
    """The product of sizes; 1 for none."""
    total: Dim = 1
    for dim in dims:
        total = total * dim
    return total
