"""Reading the arguments of functions: tensors, numbers, axes, shapes and contents.

Where TensorFlow and Keras take a tensor, a number or nested lists of numbers do as well. Where
they take a shape, its elements may be sizes, numbers, None, or tensors whose value is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_concat.keras.joining import axis_index
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    OfNone,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    Valued,
    fresh_none,
    is_none,
    product,
)

NUMBERS = (bool, int, float, complex, str, bytes, Size)
SCALAR = Shape(())


class NoContent(Exception):
    """The elements are not known."""


def shape_of(x: Any) -> Shape:
    """The shape of whatever can stand for a tensor. Raises Lose for anything else."""
    if isinstance(x, Shape):
        return x
    if isinstance(x, NUMBERS):
        return SCALAR
    if isinstance(x, (list, tuple)):
        if not items(x):
            return Shape((0,))
        inner = [shape_of(item) for item in x]
        return Shape((len(x), *_common(inner)))
    if isinstance(x, Unknown):
        raise Lose(x.why)
    raise Lose("an argument is not a tensor that can be followed")


def _common(shapes: Sequence[Shape]) -> Shape:
    """The shape of the elements of a list that becomes a tensor."""
    first = shapes[0]
    if any(len(shape) != len(first) for shape in shapes):
        raise Lose("a list of different ranks stands for a tensor")
    return first


def operand(x: Any) -> Shape:
    """The shape of an operand of keras.ops on symbolic tensors, where lists count as numbers."""
    if isinstance(x, Shape):
        return x
    if isinstance(x, NUMBERS) or x is None:
        return SCALAR
    return shape_of(x)


def tensors(xs: Any) -> list[Shape]:
    """The shapes of a list of tensors, which is not empty."""
    if isinstance(xs, Shape) or not isinstance(xs, (list, tuple)):
        if isinstance(xs, Unknown):
            raise Lose(xs.why)
        raise Lose("the argument is not a list that can be followed")
    if not xs:
        raise Lose("the list of tensors is empty")
    return [shape_of(x) for x in items(xs)]


def items(xs: Any) -> Any:
    """A list, unless its contents are not known any more (`blur`)."""
    blur = getattr(xs, "blur", None)
    if blur is not None:
        raise Lose(blur.why)
    return xs


def content(x: Any) -> Any:
    """The elements as a number or nested tuples of numbers. Raises NoContent."""
    if isinstance(x, Valued):
        return x.content
    if isinstance(x, (bool, int, float, Size)):
        return x
    if isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        return tuple(content(item) for item in x)
    raise NoContent


def known(shape: Sequence[Dim], values: Any) -> Shape:
    """A tensor of that shape with that content, or without if `values` raises NoContent."""
    try:
        return Valued(shape, values())
    except (NoContent, TypeError, ZeroDivisionError, OverflowError, ValueError):
        return Shape(shape)


def with_content(x: Any) -> Shape:
    """A list or a number as the tensor it becomes."""
    if isinstance(x, Shape):
        return x
    return known(shape_of(x), lambda: content(x))


def number(x: Any, name: str) -> int:
    """An int, also one inside a tensor of known value. Raises Lose, Refuse for several."""
    if isinstance(x, Valued):
        x = x.content
    elif isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        raise refuse(f"`{name}` must be one number, is several")
    if isinstance(x, float) and x.is_integer():
        return int(x)
    if isinstance(x, int):
        return int(x)
    if x is None and name in ("axis", "fft_length"):
        raise refuse(f"`{name}` must be a number, is None")
    raise Lose(f"`{name}` is not a known number")


def size(x: Any) -> Dim:
    """One element of a shape argument: a number, a Size, None, or a scalar tensor."""
    if type(x) is int:
        return x
    if isinstance(x, Size):
        return x
    if isinstance(x, Valued):
        return size(x.content)
    if x is None:
        return fresh_none()
    if isinstance(x, Shape):
        return UNKNOWN_SIZE  # a tensor: TensorFlow may know its value or not
    if isinstance(x, float) and x.is_integer():
        return int(x)
    if isinstance(x, bool):
        return int(x)
    if isinstance(x, Unknown):
        named = getattr(x, "size", None)  # an unknown that has a name is a size of that name
        if isinstance(named, Size):
            return named
        raise Lose(x.why)
    raise Lose("a size is not known")


def sizes(x: Any, *, scalar: bool = False) -> tuple[Dim, ...]:
    """A shape argument as sizes. With `scalar` one number means a shape of rank 1."""
    if isinstance(x, Valued):
        if isinstance(x.content, tuple):
            return tuple(size(item) for item in x.content)
        if scalar:
            return (size(x.content),)
        raise Lose("the shape is not a known list of sizes")
    if isinstance(x, Shape):
        if len(x) == 1 and type(x[0]) is int:
            return (UNKNOWN_SIZE,) * x[0]  # a tensor: the rank alone is known
        raise Lose("the shape is a tensor of unknown length")
    if isinstance(x, (list, tuple)):
        return tuple(size(item) for item in items(x))
    if scalar and isinstance(x, (int, Size)):
        return (x,)
    if isinstance(x, Unknown):
        raise Lose(x.why)
    raise Lose("the shape is not a known list of sizes")


def axes(axis: Any, rank: int) -> tuple[int, ...]:
    """One or several axes, counted from 0. Raises Refuse where one is out of range."""
    if isinstance(axis, Valued):
        axis = axis.content
    if isinstance(axis, int):  # True is 1
        return (axis_index(int(axis), rank),)
    if isinstance(axis, (list, tuple)) and not isinstance(axis, Shape):
        return tuple(axis_index(number(one, "axis"), rank) for one in axis)
    raise Lose("the axis is not known")


def one_axis(axis: Any, rank: int) -> int:
    """An axis counted from 0. Raises Refuse where it is out of range, or None."""
    return axis_index(number(axis, "axis"), rank)


def flag(x: Any) -> bool:
    """A boolean argument."""
    if isinstance(x, Valued) and not x:
        x = x.content
    if x is None or isinstance(x, (bool, int, str)):
        return bool(x)
    if type(x) is tuple or (isinstance(x, (list, dict)) and getattr(x, "blur", None) is None):
        return len(x) > 0
    raise Lose("a flag is not known")


def numbers(x: Any, n: int, name: str) -> tuple[Dim, ...]:
    """A number or `n` of them, as `n`."""
    if isinstance(x, Valued):
        x = x.content
    if isinstance(x, (int, Size)):
        return (x,) * n
    if isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        if len(x) == n:
            return tuple(size(item) for item in x)
        if len(x) == 1:
            return (size(x[0]),) * n
    raise Lose(f"`{name}` is not a number or {n} of them")


def total(shape: Sequence[Dim]) -> Dim:
    """How many elements, None if Keras sees a None among the sizes (even beside a 0)."""
    for dim in shape:
        if is_none(dim):
            return no_number(product(shape))
    return product(shape)


def no_number(dim: Dim) -> Dim:
    """A size that Keras sees as None: the expression if there is one."""
    return dim if is_none(dim) else fresh_none()


def open_like(dim: Dim) -> Dim:
    """What a size becomes that is known only where `dim` is a number: None, or not known."""
    return fresh_none() if is_none(dim) else UNKNOWN_SIZE


def need_rank(x: Shape, least: int, most: int | None = None) -> None:
    """Refuses a tensor of another rank."""
    if len(x) < least:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank {least} or more, has rank {len(x)}: {x}", inputs=(0,)
        )
    if most is not None and len(x) > most:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank {most} or less, has rank {len(x)}: {x}", inputs=(0,)
        )


def refuse(what: str, **details: Any) -> Refuse:
    """A refusal for shapes' sake that has no kind of its own."""
    return Refuse(Refusal.WRONG_SHAPE, what, **details)


def refuse_none(what: str, **details: Any) -> Refuse:
    """A refusal because a size is None, which it is of symbolic tensors alone."""
    refused = refuse(what)
    refused.mismatch = OfNone(Refusal.WRONG_SHAPE, what, **details)
    return refused


def delete_in_turn(x: Shape, gone: tuple[int, ...]) -> Shape:
    """What Keras does to an axis that is given twice."""
    dims = list(x)
    for axis in sorted(gone, reverse=True):
        if axis >= len(dims):
            raise refuse(f"axis {axis} is given twice, rank {len(x)}", inputs=(0,))
        del dims[axis]
    return Shape(dims)


def with_ones(dims: tuple[Dim, ...], rank: int) -> tuple[Dim, ...]:
    """The sizes with as many ones before them as the rank wants: NumPy counts axes from the end."""
    return (1,) * (rank - len(dims)) + tuple(dims)
