"""Numbers that have a type of numpy: whole ones, which are no `int` to Python, and floats.

Wherever a number is wanted each of them is one. What is asked of their type knows them apart:
`isinstance`, what Keras takes where it takes no `int`, or takes an `int` alone.
"""

from __future__ import annotations

from typing import Any


class OfNumpy:
    """A number of numpy."""

    __slots__ = ()


class NumpyInt(OfNumpy, int):
    """`np.int64(2)`, `np.prod(shape)`: no `int` to `isinstance`."""

    __slots__ = ()


class NumpyFloat(OfNumpy, float):
    """`np.float64(2)`, `np.sqrt(2)`: a `float` to `isinstance`."""

    __slots__ = ()


class NumpySingle(OfNumpy, float):
    """`np.float32(2)`: no `float` to `isinstance`."""

    __slots__ = ()


def of_numpy(value: Any, *operands: Any) -> Any:
    """A number that numpy calculated, of these operands if they are given."""
    kind = type(value)
    if kind is int:
        return NumpyInt(value)
    if kind is float:
        known = [operand for operand in operands if isinstance(operand, OfNumpy)]
        single = bool(known) and all(type(operand) is NumpySingle for operand in known)
        return NumpySingle(value) if single else NumpyFloat(value)
    return value
