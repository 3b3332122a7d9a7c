"""Python's operators, indexing and attributes on tensors.

`a + b`, `a @ b`, `-x`, `x[:, 1:, None]`, `x.shape`, `x.get_shape().as_list()`: what KerasTensor
does (keras/src/backend/common/keras_tensor.py) and tf.Tensor alike, by shapes.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes
from flake8_concat.keras.ops.elementwise import (
    broadcast_operands,
    combine,
    operand_conditions,
)
from flake8_concat.keras.ops.indexing import get_item_shape
from flake8_concat.keras.ops.linear import matmul_shape
from flake8_concat.keras.ops.reading import NoContent, content, known, shape_of
from flake8_concat.shapes import (
    Condition,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    Valued,
    product,
)

ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
BITWISE = frozenset({"&", "|", "^", "<<", ">>"})


def binary(symbol: str, left: Any, right: Any) -> Shape:
    """What `left symbol right` gives, where one of them at least is a Shape.

    `symbol` as in Python's text ("+", "@", "<="). The other operand may be a number, a Size or
    nested lists. The content of a Valued is computed if both are known.
    Raises Refuse (NO_BROADCAST, WRONG_SHAPE for `@`), Lose for an operand that is not known.
    """
    for value in (left, right):
        if isinstance(value, str):
            if symbol == "%" and value is left:
                raise Lose("text that is formatted")
            if symbol in BITWISE or symbol in COMPARISONS:
                raise Lose("beside a symbolic tensor a word passes for a number there")
            raise Refuse(Refusal.WRONG_SHAPE, f"{value!r} is no tensor and no number")
    if symbol == "@":
        return matmul_shape(shape_of(left), shape_of(right))
    try:
        shape = broadcast_operands(left, right)
    except Refuse as refused:
        if symbol == "==":  # symbolic tensors compare as objects
            raise Lose("tensors that do not fit are not equal") from refused
        raise
    if type(left) is not Valued and type(right) is not Valued:
        return shape
    compute = ARITHMETIC.get(symbol)
    if compute is None:
        return Shape(shape)
    return known(shape, lambda: _computed(compute, left, right))


def conditions(symbol: str, left: Any, right: Any) -> tuple[Condition, ...]:
    """What must hold of sizes not known yet so that `left symbol right` can be computed."""
    return () if symbol in ("@", "==") else operand_conditions(left, right)


def _computed(compute: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    a, b = content(left), content(right)
    if compute is operator.truediv or compute is operator.pow:
        # Sizes know neither: what they give is no size.
        for value in (a, b):
            if isinstance(value, Size) or (
                isinstance(value, tuple) and any(isinstance(v, Size) for v in value)
            ):
                raise NoContent
    return combine(compute, a, b)


def beside_lists(left: Any, right: Any) -> Shape:
    """What an operator gives for a tensor of the backend and a list, which is an array there."""
    return broadcast_shapes(shape_of(left), shape_of(right))


def unary(symbol: str, x: Shape) -> Shape:
    """What `-x`, `+x`, `~x` and `abs(x)` give ("-", "+", "~", "abs")."""
    if symbol == "+":
        return x
    if symbol == "-" and isinstance(x, Valued):
        return known(x, lambda: combine(operator.sub, 0, x.content))
    return Shape(x)


def getitem(shape: Shape, index: Any) -> Shape:
    """What `x[index]` gives.

    `index`: an int, Size, slice, Ellipsis, None, tensor, or a tuple of them. Slices may have
    None, ints, Sizes and scalar tensors as bounds. A tensor of rank 0 picks one element; any
    other is lost, for Keras refuses it and TensorFlow has its own rules.
    Raises Refuse where the index is out of range or has too many axes, Lose for an unknown one.
    """
    for key in index if type(index) is tuple else (index,):
        if isinstance(key, (str, float)):
            raise Refuse(Refusal.WRONG_SHAPE, f"{key!r} is no index of a tensor")
    result = get_item_shape(shape, index)
    if isinstance(shape, Valued) and isinstance(shape.content, tuple) and len(shape) == 1:
        key = index[0] if isinstance(index, tuple) and len(index) == 1 else index
        if isinstance(key, Valued):
            key = key.content
        if isinstance(key, int) or (isinstance(key, slice) and _plain(key)):
            return known(result, lambda: shape.content[key])
    return result


def _plain(key: slice) -> bool:
    return all(part is None or isinstance(part, int) for part in (key.start, key.stop, key.step))


# Attributes and methods. Each says what it gives: a tuple or list of Dims is plain data.
NOT_KNOWN = Unknown("the type of a tensor is not followed")

ATTRIBUTES: dict[str, Callable[[Shape], Any]] = {
    "shape": tuple,
    "_keras_shape": tuple,
    "ndim": len,
    "rank": len,
    "T": lambda x: Shape(x[::-1]),
    "dtype": lambda _: NOT_KNOWN,
    "_keras_mask": lambda _: Unknown("masks are not followed"),
    "sparse": lambda _: False,
}

METHODS: dict[str, Callable[..., Any]] = {
    "get_shape": tuple,
    "set_shape": lambda *_: None,
    "numpy": lambda x: x,
    "eval": lambda x: x,
    "value": lambda x: x,
    "read_value": lambda x: x,
}


def _dims_of(shape: Any) -> tuple[Any, ...]:
    """What can stand for a shape: sizes, or one size. Mirrors tf.TensorShape's as_shape."""
    if isinstance(shape, (tuple, list)) and getattr(shape, "blur", None) is None:
        return tuple(shape)
    if isinstance(shape, (int, Size)):
        return (shape,)
    raise Lose("what a shape is joined to is not known")


SHAPE_METHODS: dict[str, Callable[..., Any]] = {
    "as_list": list,
    "is_fully_defined": lambda dims: all(type(dim) is int for dim in dims),
    "num_elements": product,
    "with_rank": lambda dims, _: dims,
    "with_rank_at_least": lambda dims, _: dims,
    "with_rank_at_most": lambda dims, _: dims,
    "concatenate": lambda dims, other: (*dims, *_dims_of(other)),
}
SHAPE_ATTRIBUTES: dict[str, Callable[[tuple[Dim, ...]], Any]] = {
    "ndims": len,
    "rank": len,
    "dims": list,
}


def attribute(shape: Shape, name: str) -> Any:
    """What `x.name` gives for a tensor.

    - `.shape`: a plain tuple of Dims, as is `x.get_shape()`; KerasTensor gives a tuple, tf.Tensor
      a TensorShape, whose methods (`.as_list()`, `.rank`, …) are in SHAPE_METHODS and
      SHAPE_ATTRIBUTES, to be looked up by the tracer when it meets them on such a tuple
    - `.ndim`: an int; `.T`: a Shape; `.dtype`: an Unknown
    - a method in METHODS: a function of no further tensors (`x.get_shape()`)
    Raises Lose for a name that is not known.
    """
    found = ATTRIBUTES.get(name)
    if found is not None:
        return found(shape)
    method = METHODS.get(name)
    if method is not None:
        return lambda *args, **kwargs: method(shape, *args, **kwargs)
    raise Lose(f"the attribute `.{name}` of a tensor is not known")
