"""What falls away of tensors that have values: reductions, moments, quantiles.

As in of_values.py: where backends differ the answer is lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import broadcasts
from flake8_concat.keras.ops.reading import axes as one_or_more
from flake8_concat.keras.ops.reading import refuse, shape_of
from flake8_concat.keras.ops.reductions import (
    REDUCTIONS,
    average,
    count_nonzero,
    ops_norm,
    percentile,
    prod,
    quantile,
    reduce_shape,
)
from flake8_concat.keras.ops.table import full_names, with_values
from flake8_concat.keras.registry import WITH_VALUES
from flake8_concat.shapes import Lose, Shape


def none_twice(x: Any, axis: Any) -> None:
    """Loses an axis that is given twice: in the body of a layer TensorFlow takes it."""
    if isinstance(axis, (list, tuple)) and len({*one_or_more(axis, len(shape_of(x)))}) < len(axis):
        raise Lose("some backends take an axis that is given twice")


def reduced_values(x: Any, axis: Any, keepdims: Any) -> Shape:
    none_twice(x, axis)
    return reduce_shape(x, axis, keepdims)


@with_values("keras.ops: prod")
def prod_of_values(x: Any, axis: Any, keepdims: Any) -> Shape:
    none_twice(x, axis)
    return prod(x, axis, keepdims)


@with_values("keras.ops: count_nonzero")
def counted_values(x: Any, axis: Any) -> Shape:
    none_twice(x, axis)
    return count_nonzero(x, axis)


@with_values("keras.ops: norm")
def norm_of_values(x: Any, ord: Any, axis: Any, keepdims: Any) -> Shape:
    """An order is one of vectors or matrices."""
    none_twice(x, axis)
    rank = len(shape_of(x))
    if axis is None and rank > 2 and isinstance(ord, (int, float, str)):
        raise refuse(f"{ord!r} is the order of a norm of one axis or two, not of {rank}")
    if isinstance(axis, (list, tuple)) and len(axis) > 2 and not isinstance(axis, Shape):
        raise refuse(f"a norm is of one axis or two, not of {len(axis)}")
    return ops_norm(x, ord, axis, keepdims)


@with_values("keras.ops: average")
def average_of_values(x: Any, axis: Any, weights: Any) -> Shape:
    """TensorFlow stretches the weights."""
    shape = shape_of(x)
    none_twice(shape, axis)
    if weights is not None and (given := shape_of(weights)) != shape:
        if (axis is None or len(given) == len(shape)) and broadcasts(shape, given):
            raise Lose("some backends stretch the weights")
    return average(x, axis, weights)


@with_values("keras.ops: moments")
def moments_of_values(x: Any, axes: Any, keepdims: Any) -> tuple[Shape, Shape]:
    """An axis given twice counts once, where it is taken."""
    shape = reduce_shape(shape_of(x), sorted({*one_or_more(axes, len(shape_of(x)))}), keepdims)
    return shape, Shape(shape)


@with_values("keras.ops: quantile nanquantile")
def quantile_of_values(x: Any, q: Any, axis: Any, method: Any, keepdims: Any) -> Shape:
    """TensorFlow takes whole numbers, and forgets sizes."""
    if type(q) is int:
        raise Lose("some backends take no whole number")
    _row(q)
    return Shape(quantile(x, q, axis, method, keepdims))


@with_values("keras.ops: percentile nanpercentile")
def percentile_of_values(x: Any, q: Any, axis: Any, method: Any, keepdims: Any) -> Shape:
    _row(q)
    return Shape(percentile(x, q, axis, method, keepdims))


def _row(q: Any) -> None:
    """Loses what has more axes, or nothing: of a symbolic tensor the first alone counts."""
    if (isinstance(q, Shape) and len(q) > 1) or (isinstance(q, (list, tuple)) and len(q) < 2):
        raise Lose("what several axes of quantiles give differs")


for _names in REDUCTIONS.values():
    for _name in full_names(_names):
        if _name not in WITH_VALUES:
            with_values(": ".join(_name.rsplit(".", 1)))(reduced_values)
