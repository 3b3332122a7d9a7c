"""What functions of TensorFlow refuse of arrays, outside of layers; as in of_arrays.py.

In a graph TensorFlow looks at these when the model runs.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import differ
from flake8_concat.keras.ops.kinds_of_dtypes import OF_NUMPY, kinds_of_type
from flake8_concat.keras.ops.of_arrays import of_arrays
from flake8_concat.keras.ops.reading import need_rank, refuse, shape_of, sizes
from flake8_concat.shapes import Shape

# Words for types that TensorFlow has and NumPy has not, by their beginnings.
TYPES = (
    *("bfloat16", "bool", "bytes", "complex", "datetime", "float4", "float6", "float8", "half"),
    *("int", "object", "q", "resource", "str", "timedelta", "uint", "variant", "void"),
)


def _several(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and not isinstance(value, Shape)


@of_arrays("tf: reshape")
def one_open_size(shape: Any) -> None:
    if _several(shape) and [type(n) is int and n == -1 for n in shape].count(True) > 1:
        raise refuse("only one size may be -1")


@of_arrays("tf: transpose")
def permutation(perm: Any) -> None:
    if _several(perm) and all(type(axis) is int for axis in perm):
        if len({axis % len(perm) for axis in perm}) < len(perm):
            raise refuse(f"{tuple(perm)} is no permutation of {len(perm)} axes")


@of_arrays("keras.backend: permute_dimensions")
def pattern_of_axes(pattern: Any) -> None:
    permutation(pattern)


@of_arrays("tf: tile")
def row_of_multiples(multiples: Any) -> None:
    if type(multiples) is int:
        raise refuse(f"`multiples` must be a list, one for each axis, is {multiples}")


@of_arrays("tf: pad")
def mirrored(tensor: Any, paddings: Any, mode: Any) -> None:
    """A mirror shows no more than there is."""
    if not isinstance(mode, str):
        return
    if mode.upper() not in ("CONSTANT", "REFLECT", "SYMMETRIC"):
        raise refuse(f"`mode` must be 'CONSTANT', 'REFLECT' or 'SYMMETRIC', not {mode!r}")
    if mode.upper() == "CONSTANT":
        return
    edge = mode.upper() == "REFLECT"
    for n, row in zip(shape_of(tensor), paddings, strict=False):
        for amount in row:
            if type(n) is type(amount) is int and amount > n - edge:
                raise refuse(f"an axis of {n} has no {amount} to be mirrored")


@of_arrays("tf: cast", "keras.backend: cast")
def type_of_numbers(dtype: Any) -> None:
    if isinstance(dtype, str) and dtype and not dtype.startswith(TYPES):
        known = dtype.startswith("float") and dtype[5:] in ("16", "32", "64")
        if not known and OF_NUMPY not in kinds_of_type(dtype):
            raise refuse(f"`dtype` must be a type of numbers, is {dtype!r}")


@of_arrays("tf.nn: conv2d")
def images_to_convolve(input: Any, strides: Any) -> None:
    need_rank(shape_of(input), 4)
    if _several(strides) and len(strides) not in (1, 2, 4):
        raise refuse(f"`strides` must be a number, 1, 2 or 4 of them, is {len(strides)}")


@of_arrays("tf.nn: softmax_cross_entropy_with_logits")
def as_many_classes(labels: Any, logits: Any) -> None:
    a, b = shape_of(labels), shape_of(logits)
    if len(a) != 2 or len(b) != 2:
        return
    if any(differ(m, n) and 1 not in (m, n) for m, n in zip(a, b, strict=True)):
        raise refuse(f"the labels are {a}, the logits {b}")


@of_arrays("tf.nn: dropout")
def part_of_all(rate: Any) -> None:
    if type(rate) in (int, float) and not 0 <= rate < 1:
        raise refuse(f"`rate` must be from 0 to below 1, is {rate}")


@of_arrays("tf tf.math: cumsum", "tf.math: cumprod", "keras.backend: cumsum cumprod")
def along_an_axis(x: Any, axis: Any) -> None:
    rank = len(shape_of(x))
    if type(axis) is int and not -rank <= axis < rank:
        raise refuse(f"axis {axis} is out of range for rank {rank}: {x}")


@of_arrays("keras.backend: pool2d pool3d")
def way_of_pooling(pool_mode: Any) -> None:
    if isinstance(pool_mode, str) and pool_mode not in ("max", "avg"):
        raise refuse(f"`pool_mode` must be 'max' or 'avg', not {pool_mode!r}")


@of_arrays("keras.backend: resize_images resize_volumes")
def place_of_channels(data_format: Any) -> None:
    if isinstance(data_format, str) and data_format not in ("channels_first", "channels_last"):
        raise refuse(f"there is no data format {data_format!r}")


@of_arrays("keras.backend: spatial_2d_padding")
def padding_of_sides(padding: Any) -> None:
    if _several(padding) and len(padding) != 2:
        raise refuse(f"`padding` must be two pairs, is {len(padding)}")


@of_arrays("tf: fill")
def one_number(dims: Any, value: Any) -> None:
    if _several(dims) and shape_of(value):
        raise refuse(f"`value` must be one number, has shape {shape_of(value)}")


@of_arrays("tf: slice")
def within(input_: Any, begin: Any, size: Any) -> None:
    for n, start, many in zip(shape_of(input_), sizes(begin), sizes(size), strict=True):
        if type(n) is type(start) is type(many) is int and (start > n or start + many > n):
            raise refuse(f"an axis of {n} has no {many} from {start}")
