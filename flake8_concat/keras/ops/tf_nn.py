"""tf.nn: windows over images, blocks, losses, embeddings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes, differ, known_dim
from flake8_concat.keras.ops.losses import told_by_both
from flake8_concat.keras.ops.nn import batch_of, channels_fit, window, windows
from flake8_concat.keras.ops.reading import (
    need_rank,
    number,
    refuse,
    shape_of,
    size,
    sizes,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import (
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Valued,
    fresh_none,
    is_none,
)


def _first(data_format: Any) -> bool:
    """Whether "NCHW" and its kin are meant; None is channels last."""
    if data_format is None:
        return False
    if not isinstance(data_format, str):
        raise Lose("`data_format` is not known")
    return data_format.startswith("NC") and data_format != "NC"


def _steps(value: Any, n: int, name: str) -> tuple[Dim, ...]:
    """A number, one a side, or one an axis ([1, h, w, 1]), as one a side."""
    if value is None:
        return (1,) * n
    if isinstance(value, Valued):
        value = value.content
    if isinstance(value, (int, Size)):
        return (value,) * n
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        found = tuple(size(item) for item in value)
        if len(found) == 1:
            return found * n
        if len(found) == n:
            return found
        if len(found) == n + 2:
            return found[1:-1]
    raise Lose(f"`{name}` is not known")


def _steps_first(value: Any, n: int, name: str, first: bool) -> tuple[Dim, ...]:
    """As `_steps`; with channels first the sides come last in [1, 1, h, w]."""
    if first and isinstance(value, (list, tuple)) and len(value) == n + 2:
        return tuple(size(item) for item in value[2:])
    return _steps(value, n, name)


def _padding(padding: Any, x: Shape, first: bool) -> tuple[str, Shape]:
    """The kind of padding, and the sides after explicit padding."""
    sides = Shape(x[2:]) if first else Shape(x[1:-1])
    if isinstance(padding, str):
        if padding not in ("SAME", "VALID", "EXPLICIT"):
            fitting = padding.upper() in ("SAME", "VALID")
            remedy = f"{padding.upper()!r} in capitals is one" if fitting else None
            raise refuse(f"`padding` must be 'SAME' or 'VALID', is {padding!r}", remedy=remedy)
        return padding.lower(), sides
    if isinstance(padding, (list, tuple)) and len(padding) == len(x):
        pairs = padding[2:] if first else padding[1:-1]
        return "valid", Shape(
            dim + size(pair[0]) + size(pair[1]) for dim, pair in zip(sides, pairs, strict=True)
        )
    raise Lose("`padding` is not known")


def _together(x: Shape, sides: Sequence[Dim], channels: Dim, first: bool) -> Shape:
    return Shape((x[0], channels, *sides) if first else (x[0], *sides, channels))


def _conv(
    x: Shape, k: Shape, filters: Dim, strides: Any, padding: Any, data_format: Any, dilations: Any
) -> Shape:
    if len(x) > len(k):
        raise Lose("there is more than one batch axis")
    if len(x) != len(k):
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank {len(k)}, has rank {len(x)}: {x}", inputs=(0, 1)
        )
    first = _first(data_format)
    n = len(x) - 2
    kind, sides = _padding(padding, x, first)
    out = windows(
        sides,
        k[:-2],
        kind,
        _steps_first(strides, n, "strides", first),
        _steps_first(dilations, n, "dilations", first),
    )
    return _together(x, out, filters, first)


@functions(
    'input, filters, stride, padding, data_format="NWC", dilations=None, name=None', "tf.nn: conv1d"
)
@functions(
    'input, filters, strides, padding, data_format="NHWC", dilations=None, name=None',
    "tf.nn: conv2d",
)
@functions(
    'input, filters, strides, padding, data_format="NDHWC", dilations=None, name=None',
    "tf.nn: conv3d",
)
@functions(
    'input, filters, strides=None, padding="VALID", data_format=None, dilations=None, name=None',
    "tf.nn: convolution",
)
def conv(
    input: Any, filters: Any, strides: Any, padding: Any, data_format: Any, dilations: Any
) -> Shape:
    """`filters`: (*sizes, channels in, channels out). Groups if the input has a multiple."""
    x, k = shape_of(input), shape_of(filters)
    need_rank(x, 3)
    channels = x[1] if _first(data_format) else x[-1]
    if len(x) == len(k) and differ(channels, k[-2]):
        wanted = k[-2]
        if type(channels) is int and type(wanted) is int and (wanted == 0 or channels % wanted):
            channels_fit(x, channels, wanted)
    return _conv(x, k, k[-1], strides, padding, data_format, dilations)


@functions(
    "input, filter, strides, padding, data_format=None, dilations=None, name=None",
    "tf.nn: depthwise_conv2d",
)
def depthwise_conv2d(
    input: Any, filter: Any, strides: Any, padding: Any, data_format: Any, dilations: Any
) -> Shape:
    x, k = shape_of(input), shape_of(filter)
    need_rank(x, 3)
    channels_fit(x, x[1] if _first(data_format) else x[-1], k[-2])
    return _conv(x, k, k[-1] * k[-2], strides, padding, data_format, dilations)


@functions(
    "input, depthwise_filter, pointwise_filter, strides, padding, data_format=None, "
    "dilations=None, name=None",
    "tf.nn: separable_conv2d",
)
def separable_conv2d(
    input: Any,
    depthwise_filter: Any,
    pointwise_filter: Any,
    strides: Any,
    padding: Any,
    data_format: Any,
    dilations: Any,
) -> Shape:
    shape = depthwise_conv2d(input, depthwise_filter, strides, padding, data_format, dilations)
    p = shape_of(pointwise_filter)
    axis = 1 if _first(data_format) else -1
    channels_fit(shape, shape[axis], p[-2])
    return shape.replace(axis, p[-1])


@functions("value, filters, rate, padding, name=None", "tf.nn: atrous_conv2d")
def atrous_conv2d(value: Any, filters: Any, rate: Any, padding: Any) -> Shape:
    x, k = shape_of(value), shape_of(filters)
    return _conv(x, k, k[-1], 1, padding, None, rate)


_TRANSPOSE = (
    'input, filters, output_shape, strides, padding="SAME", data_format={}, '
    "dilations=None, name=None"
)


@functions(_TRANSPOSE.format('"NWC"'), "tf.nn: conv1d_transpose")
@functions(_TRANSPOSE.format('"NHWC"'), "tf.nn: conv2d_transpose")
@functions(_TRANSPOSE.format('"NDHWC"'), "tf.nn: conv3d_transpose")
@functions(_TRANSPOSE.format("None"), "tf.nn: conv_transpose")
def conv_transpose(
    input: Any, filters: Any, output_shape: Any, strides: Any, padding: Any, data_format: Any
) -> Shape:
    """The shape is an argument; whether its channels fit is looked at when the model runs."""
    x, k, shape = shape_of(input), shape_of(filters), sizes(output_shape)
    if len(shape) != len(x) or len(k) != len(x):
        raise Lose("the output shape is of another rank")
    axis = 1 if _first(data_format) else -1
    channels_fit(x, x[axis], k[-1])
    return batch_of(x, shape)


_POOL = "input, ksize, strides, padding, data_format={}, name=None"


@functions(_POOL.format("None"), "tf.nn: max_pool avg_pool")
def pool(input: Any, ksize: Any, strides: Any, padding: Any, data_format: Any) -> Shape:
    x, first = shape_of(input), _first(data_format)
    need_rank(x, 3, 5)
    n = len(x) - 2
    kind, sides = _padding(padding, x, first)
    out = windows(
        sides,
        _steps_first(ksize, n, "ksize", first),
        kind,
        _steps_first(strides, n, "strides", first),
        (1,) * n,
    )
    return _together(x, out, x[1] if first else x[-1], first)


def _pool_of(rank: int) -> Callable[..., Shape]:
    """The pooling of tensors of one rank."""

    def rule(input: Any, ksize: Any, strides: Any, padding: Any, data_format: Any) -> Shape:
        need_rank(shape_of(input), rank, rank)
        return pool(input, ksize, strides, padding, data_format)

    return rule


functions(_POOL.format('"NWC"'), "tf.nn: max_pool1d avg_pool1d")(_pool_of(3))
functions(_POOL.format('"NHWC"'), "tf.nn: max_pool2d avg_pool2d")(_pool_of(4))
functions(_POOL.format('"NDHWC"'), "tf.nn: max_pool3d avg_pool3d")(_pool_of(5))


@functions(
    'input, window_shape, pooling_type, strides=None, padding="VALID", data_format=None, '
    "dilations=None, name=None",
    "tf.nn: pool",
)
def pool_nd(
    input: Any,
    window_shape: Any,
    pooling_type: Any,
    strides: Any,
    padding: Any,
    data_format: Any,
    dilations: Any,
) -> Shape:
    x, first = shape_of(input), _first(data_format)
    n = len(x) - 2
    kind, sides = _padding(padding, x, first)
    out = [
        window(side, k, kind, s, d)
        for side, k, s, d in zip(
            sides,
            _steps(window_shape, n, "window_shape"),
            _steps(strides, n, "strides"),
            _steps(dilations, n, "dilations"),
            strict=True,
        )
    ]
    return _together(x, out, x[1] if first else x[-1], first)


@functions(
    'input, ksize, strides, padding, data_format="NHWC", output_dtype=None, '
    "include_batch_in_index=False, name=None",
    "tf.nn: max_pool_with_argmax",
)
def max_pool_with_argmax(input: Any, ksize: Any, strides: Any, padding: Any) -> tuple[Shape, Shape]:
    shape = pool(input, ksize, strides, padding, None)
    return shape, Shape(shape)


@functions('input, block_size, data_format="NHWC", name=None', "tf tf.nn: depth_to_space")
def depth_to_space(input: Any, block_size: Any, data_format: Any) -> Shape:
    x, block, first = _blocks(input, block_size, data_format)
    h, w, c = (x[2], x[3], x[1]) if first else (x[1], x[2], x[3])
    if type(c) is int and c % block**2:
        raise Refuse(
            Refusal.CHANNELS, f"{c} channels are not divisible by {block**2}: {x}", inputs=(0,)
        )
    return _together(x, (h * block, w * block), c // block**2, first)


@functions('input, block_size, data_format="NHWC", name=None', "tf tf.nn: space_to_depth")
def space_to_depth(input: Any, block_size: Any, data_format: Any) -> Shape:
    x, block, first = _blocks(input, block_size, data_format)
    h, w, c = (x[2], x[3], x[1]) if first else (x[1], x[2], x[3])
    for side in (h, w):
        if type(side) is int and side % block:
            raise refuse(f"{side} is not divisible by {block}: {x}", inputs=(0,))
    return _together(x, (h // block, w // block), c * block**2, first)


def _blocks(input: Any, block_size: Any, data_format: Any) -> tuple[Shape, int, bool]:
    x = shape_of(input)
    block = number(block_size, "block_size")
    if block < 2:
        raise refuse(f"`block_size` must be 2 or more, not {block}")
    if len(x) != 4:
        raise Refuse(Refusal.WRONG_RANK, f"needs rank 4, has rank {len(x)}: {x}", inputs=(0,))
    return x, block, _first(data_format)


@functions("value, bias, data_format=None, name=None", "tf.nn: bias_add")
def bias_add(value: Any, bias: Any, data_format: Any) -> Shape:
    x, b = shape_of(value), shape_of(bias)
    need_rank(x, 2)
    if len(b) != 1:
        raise Refuse(Refusal.WRONG_RANK, f"the bias needs rank 1, has rank {len(b)}", inputs=(1,))
    axis = 1 if _first(data_format) else -1
    if differ(b[0], x[axis]):
        raise refuse(f"the bias {b} does not fit {x}", sizes=(x[axis], b[0]), inputs=(0, 1))
    return x.replace(axis, b[0]) if is_none(x[axis]) else Shape(x)


@functions(
    "x, mean, variance, offset, scale, variance_epsilon, name=None", "tf.nn: batch_normalization"
)
def batch_normalization(x: Any, mean: Any, variance: Any, offset: Any, scale: Any) -> Shape:
    shape = shape_of(x)
    for other in (mean, variance, offset, scale):
        if other is not None:
            shape = broadcast_shapes(shape, shape_of(other))
    return Shape(shape)


@functions("labels, logits, axis=-1, name=None", "tf.nn: softmax_cross_entropy_with_logits")
def cross_entropy(labels: Any, logits: Any, axis: Any) -> Shape:
    """One number less an axis."""
    x, y = shape_of(logits), shape_of(labels)
    need_rank(x, 1)
    if len(x) != len(y) or any(map(differ, x, y)):
        raise Lose("labels and logits differ in shape")
    both = told_by_both(x, y)
    at = axis_index(number(axis, "axis"), len(both))
    return both.without(at)


@functions("labels, logits, name=None", "tf.nn: sparse_softmax_cross_entropy_with_logits")
def sparse_cross_entropy(labels: Any, logits: Any) -> Shape:
    """As many numbers as labels."""
    x, y = shape_of(logits), shape_of(labels)
    need_rank(x, 1)
    if len(x) != len(y) + 1:
        raise refuse(f"the labels {y} do not fit {x}", inputs=(0, 1))
    for a, b in zip(x, y, strict=False):
        if differ(a, b):
            raise refuse(f"the labels {y} do not fit {x}", sizes=(a, b), inputs=(0, 1))
    return Shape(known_dim(b, a) for a, b in zip(x, y, strict=False))


@functions("t, name=None", "tf.nn: l2_loss")
@functions("value, name=None", "tf.math tf.nn: zero_fraction")
@functions("t_list, name=None", "tf.linalg: global_norm")
def scalar(t: Any) -> Shape:
    return Shape(())


@functions(
    "labels, predictions, num_classes=None, weights=None, dtype=None, name=None",
    "tf.math: confusion_matrix",
)
def confusion_matrix(labels: Any, predictions: Any, num_classes: Any) -> Shape:
    side = fresh_none() if num_classes is None else size(num_classes)
    return Shape((side, side))


@functions(
    "data, segment_ids, num_segments, name=None",
    *(
        f"tf tf.math: unsorted_segment_{kind}"
        for kind in ("max", "mean", "min", "prod", "sqrt_n", "sum")
    ),
)
def unsorted_segment(data: Any, segment_ids: Any, num_segments: Any) -> Shape:
    x, ids = shape_of(data), shape_of(segment_ids)
    if len(ids) > len(x):
        raise refuse(f"the segments {ids} have more axes than {x}", inputs=(0, 1))
    return Shape((size(num_segments), *x[len(ids) :]))


@functions(
    "data, segment_ids, name=None",
    *(f"tf tf.math: segment_{kind}" for kind in ("max", "mean", "min", "prod", "sum")),
)
def segment(data: Any, segment_ids: Any) -> Shape:
    x = shape_of(data)
    need_rank(x, 1)
    return Shape((fresh_none(), *x[1:]))
