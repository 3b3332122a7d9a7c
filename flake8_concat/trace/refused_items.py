"""What a symbolic tensor of Keras is not indexed with: slices alone, tensors, lists."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras import operators as on_shapes
from flake8_concat.keras.graph import Tensor
from flake8_concat.shapes import NumpyInt, Refusal, Refuse, Shape
from flake8_concat.trace.operation import Operator
from flake8_concat.trace.symbolic_values import certainly_symbolic
from flake8_concat.trace.values import List


def refused_item(tracer: Any, value: Tensor, key: Any, parts: tuple[Any, ...]) -> Operator | None:
    """What says so of such an index, outside of layers; None where the index may be taken.

    key, parts: the index as the rule wants it, and what it was made of
    """
    if any(type(part) in (List, tuple) and getattr(part, "blur", None) is None for part in parts):
        told = not tracer.is_older  # no backend of Keras 2 but Theano took lists
        return BY_LIST if told and certainly_symbolic(value) else None
    alone = type(key) is slice or key is None or key is Ellipsis
    by_numpy = any(type(part) is NumpyInt for part in parts)
    if not alone and not by_numpy and not any(map(_is_symbolic_or_array, parts)):
        return None
    if not tracer.is_keras_3 or not certainly_symbolic(value):
        return None
    return NOT_ALONE if alone else BY_NUMPY if by_numpy else BY_TENSOR


def _not_alone(x: Shape, index: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.GetItem.compute_output_spec, which takes a number or a tuple."""
    shown = "..." if index is Ellipsis else index
    if isinstance(index, slice):
        shown = ":".join("" if b is None else str(b) for b in (index.start, index.stop))
        shown += "" if index.step is None else f":{index.step}"
    remedy = f"[{shown}, ...] is a tuple of two" if index is not Ellipsis else None
    raise Refuse(
        Refusal.WRONG_SHAPE,
        f"a symbolic tensor has no item [{shown}]: the index must be a number or a tuple",
        inputs=(0,),
        recover=on_shapes.getitem(x, index),
        remedy=remedy,
    )


NOT_ALONE = Operator("[]", _not_alone)


def _without(what: str, remedy: str) -> Operator:
    """What says that a symbolic tensor has nothing at such an index.

    Mirrors keras.src.ops.numpy.GetItem.compute_output_spec, which knows no tensor and no list.
    """

    def rule(x: Shape, index: Any) -> Shape:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"a symbolic tensor has no {what}", inputs=(0,), remedy=remedy
        )

    return Operator("[]", rule)


BY_TENSOR = _without(
    "item at a tensor",
    "keras.ops.take picks by a tensor of positions, keras.ops.where by a test",
)
BY_NUMPY = _without("item at a number of numpy", "int() makes a plain one of it")
BY_LIST = _without("items at a list of positions", "keras.ops.take picks several along an axis")


def is_keras_tensor(value: Any) -> bool:
    """Whether a value is certainly one symbolic tensor of Keras."""
    return type(value) is Tensor and value.symbolic and not value.merged and value.node is not None


def _is_symbolic_or_array(part: Any) -> bool:
    """Whether a part of an index is a tensor, and no number that a tensor holds."""
    if type(part) is not Tensor:
        return False
    several = isinstance(part.shape, Shape) and len(part.shape) > 0
    return is_keras_tensor(part) or type(part.shape) is Shape or several
