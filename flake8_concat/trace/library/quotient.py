"""Arithmetic on sizes that are not known numbers, as the traced program does it.

`H / 2` is a fraction of sizes, a `Quotient`, until `int()`, `floor` or `ceil` makes it a size.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Lose, Size, Unknown, is_none
from flake8_concat.trace.values import Raised

EXPONENT = 8  # up to which a power is multiplied out
DENOMINATOR = 64  # up to which a float is read as a fraction: 0.5, 0.25, 1.5

_EXACT: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
}


class Quotient(Unknown):
    """`top / bottom`: a float of the traced program, known as a fraction of sizes.

    Sizes count something: `bottom` and the value as a whole are taken as not negative.
    """

    __slots__ = ("bottom", "top")

    def __init__(self, top: Dim, bottom: Dim) -> None:
        super().__init__("a size that is not known, divided")
        self.top, self.bottom = top, bottom

    def floor(self) -> Dim:
        """`int(self)` and `math.floor(self)`."""
        return self.top // self.bottom

    def ceil(self) -> Dim:
        """`math.ceil(self)`."""
        return -(-self.top // self.bottom)


def as_fraction(value: Any, *, running: bool = False) -> Quotient:
    """A number or size as a fraction. Raises Lose for what is none, or not exactly.

    Where a layer is `running`, None of its input stands for a number, which the batch then has.
    """
    if isinstance(value, Quotient):
        return value
    if isinstance(value, Size):
        if is_none(value) and not running:
            raise Lose("the size is None, there is nothing to calculate with")
        return Quotient(value, 1)
    if isinstance(value, Unknown):
        raise Lose(value.why)
    if isinstance(value, int):
        return Quotient(int(value), 1)
    if isinstance(value, float) and math.isfinite(value):
        above, below = value.as_integer_ratio()
        if below <= DENOMINATOR:
            return Quotient(above, below)
    raise Lose(
        f"{value!r:.40} times a size is not known" if isinstance(value, float) else "not a size"
    )


def size_binary(op: str, a: Any, b: Any, *, running: bool = False) -> Any:
    """`a op b` where one of them is a Size or a Quotient. Raises Lose, Raised."""
    left, right = as_fraction(a, running=running), as_fraction(b, running=running)
    if op in ("/", "//", "%") and type(right.top) is int and right.top == 0:
        raise Raised("ZeroDivisionError")
    whole = all(isinstance(value, (int, Size)) for value in (a, b))
    if whole and op in _EXACT:
        return _EXACT[op](a, b)
    if op == "**" and type(b) is int and 0 <= b <= EXPONENT and whole:
        total: Any = 1
        for _ in range(b):
            total = total * a
        return total
    if op == "/":
        return _simplest(left.top * right.bottom, left.bottom * right.top)
    if op == "*":
        return _simplest(left.top * right.top, left.bottom * right.bottom)
    if op in ("+", "-"):
        combine = _EXACT[op]
        above = combine(left.top * right.bottom, right.top * left.bottom)
        return _simplest(above, left.bottom * right.bottom)
    if op == "//":
        return Quotient(left.top * right.bottom // (left.bottom * right.top), 1)
    raise Lose(f"{op} on a size that is not a known number")


def _simplest(above: Any, below: Any) -> Any:
    """The fraction, equal parts and factors of two cancelled. Raises Lose if it says nothing."""
    if above is UNKNOWN_SIZE or below is UNKNOWN_SIZE:
        return Quotient(UNKNOWN_SIZE, 1)
    if above == below:
        return 1.0
    return Quotient(above, below)
