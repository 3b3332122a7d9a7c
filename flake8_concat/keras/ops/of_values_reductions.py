"""What falls away of tensors that have values: reductions, moments, quantiles.

As in of_values.py: where backends differ the answer is lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.ops.reading import axes as one_or_more
from flake8_concat.keras.ops.reading import shape_of
from flake8_concat.keras.ops.reductions import (
    REDUCTIONS,
    average,
    percentile,
    quantile,
    reduce_shape,
)
from flake8_concat.keras.ops.table import full_names, with_values
from flake8_concat.keras.registry import WITH_VALUES
from flake8_concat.shapes import Lose, Shape


def _twice(x: Any, axis: Any) -> bool:
    """Whether an axis is given twice."""
    return isinstance(axis, (list, tuple)) and len({*one_or_more(axis, len(x))}) < len(axis)


def reduced_values(x: Any, axis: Any, keepdims: Any) -> Shape:
    """In the body of a layer TensorFlow takes an axis that is given twice."""
    if _twice(shape_of(x), axis):
        raise Lose("some backends take an axis that is given twice")
    return reduce_shape(x, axis, keepdims)


@with_values("keras.ops: average")
def average_of_values(x: Any, axis: Any, weights: Any) -> Shape:
    """TensorFlow stretches the weights."""
    shape = shape_of(x)
    if _twice(shape, axis):
        raise Lose("some backends take an axis that is given twice")
    if weights is not None and axis is None:
        given = shape_of(weights)
        if given != shape and (not given or 1 in (*given, *shape)):
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
