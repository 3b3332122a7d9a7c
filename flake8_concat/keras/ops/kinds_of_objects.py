"""What is no tensor where a function of `keras.ops` wants one, whatever the function.

A layer that nobody called, a function, a shape with a None in it: nothing makes a tensor of these.
tests/oracle/test_no_tensors_in_ops.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import FunctionType
from typing import Any

from flake8_concat.keras.graph import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Shape, Size, is_none

# Parameters that a tensor stands for, of all functions together.
TENSORS = frozenset(
    {
        *("a", "data", "image1", "image2", "images", "inputs", "output", "query", "target"),
        *("tensor", "x"),
    }
)
OPERANDS = frozenset({"x1", "x2"})  # a layer beside a symbolic tensor passes for a number in some
LISTS = frozenset({"xs"})
STACK = "keras.ops.stack"  # takes its list as `x`
# What takes anything, or looks at no value; beside a symbolic tensor, some of them.
TAKE_ANYTHING = frozenset(
    f"keras.ops.{name}"
    for name in (
        *("cast", "dtype", "get_item", "image.scale_and_translate", "is_tensor", "ndim", "size"),
        *("stop_gradient", "trapezoid"),
    )
)
# What makes a tensor of a shape.
MAKERS = frozenset(
    {
        *("keras.ops.empty", "keras.ops.full", "keras.ops.ones", "keras.ops.zeros"),
        *("keras.random.normal", "keras.random.truncated_normal", "keras.random.uniform"),
    }
)
OF_FUNCTIONS = frozenset(
    f"keras.ops.{name}"
    for name in ("associative_scan", "map", "scan", "vectorized_map", "while_loop")
)


def no_tensor(
    name: str, bound: Mapping[str, Any], *, symbolic: bool, inside: bool
) -> tuple[str, str | None] | None:
    """What is wrong with an argument that is no tensor, and what may be meant; None if all are.

    As for `kinds.wrong_kind`.
    """
    if name in MAKERS:
        return None if inside else _open_shape(bound.get("shape"))
    if name in TAKE_ANYTHING or name in OF_FUNCTIONS or not name.startswith("keras.ops."):
        return None
    for parameter, value in bound.items():
        if name == STACK and isinstance(value, list):
            items: Any = value
        elif parameter in TENSORS or (parameter in OPERANDS and (inside or not symbolic)):
            items = (value,)
        elif parameter in LISTS and isinstance(value, (tuple, list)):
            items = value
        else:
            continue
        for item in items:
            found = _no_tensor(item, inside=inside)
            if found is not None:
                what, remedy = found
                return f"`{parameter}` must be a tensor, is {what}", remedy
    return None


def _open_shape(shape: Any) -> tuple[str, str | None] | None:
    """What is wrong with the shape of a tensor that is to be made, if Keras sees a None in it."""
    if not isinstance(shape, (tuple, list)) or getattr(shape, "blur", None) is not None:
        return None
    if not _holed((*shape,)):
        return None
    remedy = "in the `call` of a layer keras.ops.shape tells the size"
    return f"a size of what is made is None: {Shape(shape)}", remedy


def _no_tensor(value: Any, *, inside: bool) -> tuple[str, str | None] | None:
    kind = type(value)
    if kind is Layer:
        return f"the layer {value.type.name}", "call it on a tensor"
    if isinstance(value, (Functional, Sequential)):
        return "a model", "call it on a tensor"
    if kind is FunctionType:
        return "a function", None
    if kind is tuple and not inside and _holed(value):
        return f"a shape with a None in it: {Shape(value)}", None
    return None


def _holed(value: tuple[Any, ...]) -> bool:
    """Whether it is a shape with a size that Keras sees as None."""
    if not all(type(item) is int or item is None or isinstance(item, Size) for item in value):
        return False
    return any(item is None or (isinstance(item, Size) and is_none(item)) for item in value)
