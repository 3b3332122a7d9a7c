"""What functions make of tensors that have values, where that is not what they make of others.

In the body of a layer and for arrays Keras hands its arguments to the backend: some backends take
there what is refused of symbolic tensors, and tell other shapes. Where they differ the answer is
lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import broadcast_shapes
from flake8_concat.keras.ops.arranging import broadcast_to
from flake8_concat.keras.ops.elementwise import fliplr, flipud, where
from flake8_concat.keras.ops.indexing import nonzero, unravel_index
from flake8_concat.keras.ops.joins import array_split, joined, meshgrid, split_shapes
from flake8_concat.keras.ops.linear import matmul, rearranged
from flake8_concat.keras.ops.reading import shape_of, sizes, tensors
from flake8_concat.keras.ops.reductions import argpartition, flat_along
from flake8_concat.keras.ops.signal import extract_sequences
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import Lose, Shape, is_none


def _lose_below(x: Any, least: int) -> None:
    """Loses what has too few axes for a symbolic tensor: some backends take it."""
    if len(shape_of(x)) < least:
        raise Lose("what backends make of a tensor of so few axes differs")


@with_values("keras.ops: concatenate")
def concatenate_values(xs: Any, axis: Any) -> Any:
    """One tensor stays as it is; on some backends whatever the axis."""
    shapes = tensors(xs)
    rank = len(shapes[0])
    outside = type(axis) is not int or not -rank <= axis < rank
    if axis is None or (outside and len(shapes) == 1):
        raise Lose("what backends make of one tensor, or of no axis, differs")
    return joined(xs, shapes, axis, merge=True)


@with_values("keras.ops: matmul")
def matmul_values(x1: Any, x2: Any) -> Shape:
    """TensorFlow flattens many rows on one matrix, and looks at the sizes no more."""
    a, b = shape_of(x1), shape_of(x2)
    if len(b) == 2 < len(a) and a[-1] != b[-2]:
        raise Lose("some backends don't compare the sizes of many rows and one matrix")
    return matmul(a, b)


@with_values("keras.ops: broadcast_to")
def broadcast_to_values(x: Any, shape: Any) -> Shape:
    """-1 keeps the size on some backends."""
    if any(type(size) is int and size < 0 for size in sizes(shape)):
        raise Lose("what a negative size means depends on the backend")
    return broadcast_to(x, shape)


@with_values("keras.ops: where")
def where_values(condition: Any, x1: Any, x2: Any) -> Any:
    """Alone, the condition gives the positions where it holds."""
    return nonzero(condition) if x1 is None and x2 is None else where(condition, x1, x2)


@with_values("keras.ops: argpartition")
def argpartition_values(x: Any, kth: Any, axis: Any) -> Shape:
    """How many there are below a position that is a tensor, nobody knows."""
    if isinstance(kth, Shape):
        raise Lose("the position is a tensor")
    return argpartition(x, kth, axis)


@with_values("keras.ops: rearrange")
def rearrange_values(tensor: Any, pattern: Any, **lengths: Any) -> Shape:
    """Sizes may be unknown."""
    return rearranged(shape_of(tensor), pattern, lengths)


@with_values("keras.ops: array_split")
def array_split_values(x: Any, indices_or_sections: Any, axis: Any) -> Any:
    """An axis of unknown length is split in the number of parts that its length says."""
    shape = shape_of(x)
    if type(axis) is int and -len(shape) <= axis < len(shape) and is_none(shape[axis]):
        raise Lose("how long the axis is is not known")
    return array_split(x, indices_or_sections, axis)


@with_values("keras.ops: unravel_index")
def unravel_index_values(indices: Any, shape: Any) -> Any:
    if not sizes(shape):
        raise Lose("there is no index in no axes")
    return unravel_index(indices, shape)


@with_values("keras.ops: fliplr")
def fliplr_values(x: Any) -> Shape:
    _lose_below(x, 1)
    return fliplr(x)


@with_values("keras.ops: flipud")
def flipud_values(x: Any) -> Shape:
    _lose_below(x, 1)
    return flipud(x)


@with_values("keras.ops: argsort")
def argsort_values(x: Any, axis: Any) -> Shape:
    _lose_below(x, 1)
    return flat_along(x, axis)


@with_values("keras.ops: vsplit")
def vsplit_values(x: Any, indices_or_sections: Any) -> Any:
    """Along the only axis, if there is one."""
    _lose_below(x, 1)
    return split_shapes(shape_of(x), indices_or_sections, 0)


@with_values("keras.ops: meshgrid")
def meshgrid_values(x: Any, indexing: Any) -> list[Shape]:
    """One tensor, or none, is taken as well."""
    return meshgrid(x, "ij" if len(x) < 2 else indexing)


@with_values("keras.ops: extract_sequences")
def extract_sequences_values(x: Any, sequence_length: Any, sequence_stride: Any) -> Shape:
    """None where the sequence is too short."""
    if sequence_stride == 0:
        raise Lose("what a stride of 0 gives depends on the backend")
    shape = extract_sequences(x, sequence_length, sequence_stride)
    count = shape[-2]
    return shape.replace(-2, max(count, 0) if type(count) is int else count)


@with_values("keras.ops: clip threshold")
def between_values(x: Any, low: Any, high: Any) -> Shape:
    """The limits stretch the tensor, too."""
    return broadcast_shapes(broadcast_shapes(shape_of(x), shape_of(low)), shape_of(high))


@with_values("keras.ops: squareplus")
def squareplus_values(x: Any, b: Any) -> Shape:
    return broadcast_shapes(shape_of(x), shape_of(b))
