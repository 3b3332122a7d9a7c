"""What picks, puts in and pads tensors that have values: one-hot rows, scattered values, borders.

As in of_values.py: where backends differ the answer is lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import differ
from flake8_concat.keras.ops.indexing import multi_hot_of
from flake8_concat.keras.ops.padding import pad
from flake8_concat.keras.ops.reading import number, refuse, shape_of, size, sizes
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import Lose, Shape


@with_values("keras.ops: one_hot")
def one_hot_values(x: Any, num_classes: Any, axis: Any) -> Shape:
    shape, at = shape_of(x), _new_axis(axis, len(shape_of(x)))
    return Shape((*shape[:at], size(num_classes), *shape[at:]))


@with_values("keras.ops: multi_hot")
def multi_hot_values(inputs: Any, num_classes: Any, axis: Any) -> Shape:
    if num_classes is None:
        raise refuse("`num_classes` must be given")
    shape = one_hot_values(inputs, num_classes, axis)
    return Shape(()) if len(shape) == 1 else multi_hot_of(shape)


def _new_axis(axis: Any, rank: int) -> int:
    """Where an axis is put in."""
    if axis is None:
        raise Lose("some backends take no axis for the last")
    at = number(axis, "axis")
    if at == -1 or 0 <= at <= rank:
        return rank if at == -1 else at
    if at < -rank - 1:
        raise refuse(f"axis {at} is out of range for rank {rank + 1}", inputs=(0,))
    raise Lose("what backends make of such an axis differs")


@with_values("keras.ops: scatter")
def scatter_values(indices: Any, values: Any, shape: Any) -> Shape:
    """`values` must be of the shape that the indices pick."""
    result = Shape(sizes(shape))
    _picked(result, indices, values)
    return result


@with_values("keras.ops: scatter_update")
def scatter_update_values(inputs: Any, indices: Any, updates: Any) -> Shape:
    shape = shape_of(inputs)
    if not shape_of(indices):
        raise refuse("the indices need rank 1 or more, have rank 0", inputs=(1,))
    if shape_of(updates):
        at = shape_of(indices)[-1]
        if type(at) is int and at > len(shape):
            raise Lose("TensorFlow looks at the coordinates when the model runs")
        _picked(shape, indices, updates)
    return Shape(shape)


def _picked(shape: Shape, indices: Any, values: Any) -> None:
    """Refuses what certainly can't stand where the last axis of the indices picks."""
    at, given = shape_of(indices), shape_of(values)
    if not at or type(at[-1]) is not int:
        return
    if at[-1] > len(shape):
        raise refuse(f"{at[-1]} coordinates for {shape}", inputs=(0, 1))
    wanted = Shape((*at[:-1], *shape[at[-1] :]))
    if 0 in wanted:
        raise Lose("some backends put in nothing, whatever the values are")
    if len(given) > len(wanted) or any(
        differ(a, b) and a != 1 for a, b in zip(reversed(given), reversed(wanted), strict=False)
    ):
        raise refuse(f"the values have shape {given}, the indices pick {wanted}", inputs=(0, 1))


@with_values("keras.ops: pad")
def pad_values(x: Any, pad_width: Any, mode: Any, constant_values: Any) -> Shape:
    if isinstance(mode, str):
        if mode not in PADDINGS:
            raise refuse(f"there is no padding {mode!r}")
        if mode != "constant" and type(constant_values) in (int, float):
            raise refuse(f"`constant_values` is for mode='constant', not {mode!r}")
    for row in pad_width if isinstance(pad_width, (list, tuple)) else ():
        if isinstance(row, (list, tuple)) and len(row) > 2 and not isinstance(row, Shape):
            raise refuse(f"an axis is padded before and behind, not {len(row)} times")
    return pad(x, pad_width)


PADDINGS = frozenset(
    {
        *("constant", "edge", "empty", "linear_ramp", "maximum", "mean", "median", "minimum"),
        *("reflect", "symmetric", "wrap"),
    }
)
