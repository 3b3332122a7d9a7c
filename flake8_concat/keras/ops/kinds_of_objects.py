"""What is no tensor, no number and no word where a function of `keras.ops` wants one.

A layer that nobody called, a class, a function, a dict, rows of several lengths, a shape with a
None in it: hardly anything takes these. tests/oracle/test_no_tensors_in_ops.py asks Keras.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import FunctionType
from typing import Any

from flake8_concat.keras.layer import Layer
from flake8_concat.keras.models import Functional
from flake8_concat.keras.ops.kinds_of_objects_table import (
    DICTS_TAKEN,
    DICTS_TAKEN_OF_SYMBOLIC,
    EVERY,
    LAYERS_TAKEN,
    LAYERS_TAKEN_OF_SYMBOLIC,
    ROWS_TAKEN,
    TAKEN,
    TAKEN_OF_SYMBOLIC,
)
from flake8_concat.keras.registry import KerasClass
from flake8_concat.keras.sequential import Sequential
from flake8_concat.shapes import Shape, Size, is_none

# Parameters that a tensor stands for, of all functions together.
TENSORS = frozenset(
    {
        *("a", "data", "image1", "image2", "images", "inputs", "output", "query", "target"),
        *("tensor", "x", "y_pred", "y_true"),
    }
)
OF_LOSSES = "y_true", "y_pred", "x"
OPERANDS = frozenset({"x1", "x2"})  # of which a symbolic tensor may be the other
LISTS = frozenset({"xs"})
STACK = "keras.ops.stack"  # takes its list as `x`
# What takes anything, or looks at no value; beside a symbolic tensor, some of them.
TAKE_ANYTHING = frozenset(
    f"keras.ops.{name}"
    for name in (
        *("cast", "convert_to_numpy", "dtype", "get_item", "image.scale_and_translate"),
        *("is_tensor", "ndim", "size", "stop_gradient", "trapezoid"),
    )
)
# What makes a tensor of a shape.
MAKERS = frozenset(
    {
        *("keras.ops.empty", "keras.ops.full", "keras.ops.ones", "keras.ops.zeros"),
        *("keras.random.normal", "keras.random.truncated_normal", "keras.random.uniform"),
        *("keras.random.gamma", "keras.random.randint"),
    }
)
# The modules of functions on tensors; the tables name those of keras.ops.
OF_TENSORS = "keras.ops.", "keras.activations.", "keras.losses.", "keras.metrics."
OF_FUNCTIONS = frozenset(
    f"keras.ops.{name}"
    for name in (
        *("associative_scan", "cond", "custom_gradient", "fori_loop", "jvp", "map", "scan"),
        *("switch", "vectorize", "vectorized_map", "while_loop"),
    )
)
ASKS = "keras.ops.is_tensor"
# Any number of operands, or lengths by any name.
OPEN = frozenset({"keras.ops.einsum", "keras.ops.meshgrid", "keras.ops.rearrange"})


def no_tensor(
    name: str, bound: Mapping[str, Any], *, symbolic: bool, inside: bool
) -> tuple[str, str | None] | None:
    """What is wrong with an argument that is no tensor, and what may be meant; None if all are.

    As for `kinds.wrong_kind`.
    """
    # In the body of a layer JAX has a number for each None, and in TensorFlow keras.ops.shape has.
    if name in MAKERS and not inside and (found := _open_shape(bound.get("shape"))):
        return found
    if not name.startswith(OF_TENSORS) or name in OF_FUNCTIONS or name in OPEN or name == ASKS:
        return None
    short = name.removeprefix("keras.ops.")
    of_symbolic = symbolic and not inside
    if not name.startswith("keras.ops."):
        return None if name == "keras.activations.linear" else _no_operand(bound)
    for parameter, value in bound.items():
        if (name == STACK and isinstance(value, list)) or (
            parameter in LISTS and isinstance(value, (tuple, list))
        ):
            found = _no_tensors(value)
        elif (
            not inside
            and name not in TAKE_ANYTHING
            and (parameter in TENSORS or (parameter in OPERANDS and not symbolic))
        ):
            found = _shape(value)
        else:
            found = None
        if found is None:
            found = _of_no_kind(value, short, parameter, of_symbolic=of_symbolic)
        if found is not None:
            what, remedy = found
            if parameter in TENSORS or parameter in OPERANDS or parameter in LISTS:
                return f"`{parameter}` must be a tensor, is {what}", remedy
            return f"`{parameter}` must not be {what}", None
    return None


def _no_operand(bound: Mapping[str, Any]) -> tuple[str, str | None] | None:
    """What is wrong with what a loss, a metric or an activation is called on."""
    for parameter in OF_LOSSES:
        value = bound.get(parameter, ...)
        if value is None or (isinstance(value, str) and value != "bool"):
            return f"`{parameter}` must be a tensor, is {value!r}", None
        found = of_no_kind(value)
        if found is not None:
            return f"`{parameter}` must be a tensor, is {found[0]}", found[1]
    return None


def _open_shape(shape: Any) -> tuple[str, str | None] | None:
    """What is wrong with the shape of a tensor that is to be made, if Keras sees a None in it."""
    if not isinstance(shape, (tuple, list)) or getattr(shape, "blur", None) is not None:
        return None
    if not _holed((*shape,)):
        return None
    remedy = "in the `call` of a layer keras.ops.shape tells the size"
    return f"a size of what is made is None: {Shape(shape)}", remedy


def _of_no_kind(
    value: Any, function: str, parameter: str, *, of_symbolic: bool
) -> tuple[str, str | None] | None:
    """What an argument is, and what may be meant, if it is of a kind that is refused there."""
    found = of_no_kind(value)
    if found is None:
        return None
    taken = [TAKEN_OF_SYMBOLIC if of_symbolic else TAKEN]
    if isinstance(value, dict):
        taken.append(DICTS_TAKEN_OF_SYMBOLIC if of_symbolic else DICTS_TAKEN)
    elif _layer(value) is not None:
        taken.append(LAYERS_TAKEN_OF_SYMBOLIC if of_symbolic else LAYERS_TAKEN)
    elif isinstance(value, list):
        taken.append(ROWS_TAKEN)
    return None if any(_lists(t.get(parameter), function) for t in taken) else found


def of_no_kind(value: Any) -> tuple[str, str | None] | None:
    """What a value is that is no tensor, number or word, and what may be meant; else None."""
    kind = type(value)
    if kind is KerasClass:
        return f"the class {value.name}", "make a layer and call it"
    if kind is FunctionType:
        return "a function", None
    if isinstance(value, dict):
        return ("a dict", None) if getattr(value, "blur", None) is None else None
    if isinstance(value, list):
        return ("rows of several lengths", None) if _ragged(value) else None
    return _layer(value)


def _lists(names: str | None, function: str) -> bool:
    """Whether an entry of the table names a function."""
    return names is not None and (names == EVERY or function in _words(names))


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _layer(value: Any) -> tuple[str, str | None] | None:
    if type(value) is Layer:
        return f"the layer {value.type.name}", "call it on a tensor"
    if isinstance(value, (Functional, Sequential)):
        return "a model", "call it on a tensor"
    return None


def _no_tensors(values: Any) -> tuple[str, str | None] | None:
    """The first in a list of tensors that is none."""
    for item in values:
        found = _layer(item)
        if found is None and type(item) is FunctionType:
            found = "a function", None
        if found is not None:
            return found
    return None


def _shape(value: Any) -> tuple[str, str | None] | None:
    if type(value) is tuple and _holed(value):
        return f"a shape with a None in it: {Shape(value)}", None
    return None


def _ragged(value: Any) -> bool:
    """Whether a list holds rows of numbers of several lengths."""
    return len(lengths_of_rows(value)) > 1


def lengths_of_rows(value: Any) -> set[int]:
    """The lengths of the rows of numbers in a list; none where it holds anything else."""
    lengths = set()
    for row in value:
        if not isinstance(row, (list, tuple)) or getattr(row, "blur", None) is not None:
            return set()
        if not all(type(item) in (int, float) for item in row):
            return set()
        lengths.add(len(row))
    return lengths


def _holed(value: tuple[Any, ...]) -> bool:
    """Whether it is a shape with a size that Keras sees as None."""
    if not all(type(item) is int or item is None or isinstance(item, Size) for item in value):
        return False
    return any(item is None or (isinstance(item, Size) and is_none(item)) for item in value)
