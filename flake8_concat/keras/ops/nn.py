"""Windows over images and sequences, normalization and attention of keras.ops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flake8_concat.keras.joining import axis_index, differ, known_dim
from flake8_concat.keras.ops.reading import (
    need_rank,
    number,
    numbers,
    refuse,
    shape_of,
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
    fresh_none,
    is_none,
)


def is_channels_first(data_format: Any) -> bool:
    """What `data_format` says; None is the default, channels_last."""
    if data_format in (None, "channels_last"):
        return False
    if data_format == "channels_first":
        return True
    raise Lose("`data_format` is not known")


def apart(x: Shape, first: bool) -> tuple[Shape, Dim]:
    """The sizes of the image, and the channels."""
    return (Shape(x[2:]), x[1]) if first else (Shape(x[1:-1]), x[-1])


def together(x: Shape, sides: Sequence[Dim], channels: Dim, first: bool) -> Shape:
    return Shape((x[0], channels, *sides) if first else (x[0], *sides, channels))


def padding_name(padding: Any) -> str:
    if not isinstance(padding, str):
        raise Lose("`padding` is not known")
    return padding.lower()


def window(n: Dim, kernel: Dim, padding: str, stride: Dim, dilation: Dim = 1) -> Dim:
    """The size of an axis after a window has run over it, in positions.

    Mirrors keras.src.ops.operation_utils.compute_conv_output_shape. Raises Refuse (EMPTY_OUTPUT).
    """
    if type(stride) is int and stride == 0:
        raise refuse("a stride is 0")
    if padding == "valid":
        size = (n - ((kernel - 1) * dilation + 1)) // stride + 1
    elif padding in ("same", "causal"):
        size = (n - 1) // stride + 1
    else:
        raise refuse(f"`padding` must be 'valid' or 'same', not {padding!r}")
    if padding == "valid" and type(size) is int and size <= 0:
        raise Refuse(Refusal.EMPTY_OUTPUT, f"the output size would be {size}", inputs=(0,))
    return size


def image_rank(x: Shape) -> None:
    """Loses what has no channels of its own: what Keras says then depends on chance."""
    if len(x) < 2:
        raise Lose(f"an image has rank 2 or more, this has {len(x)}")


def windows(
    sides: Shape,
    kernel: Sequence[Dim],
    padding: str,
    strides: Sequence[Dim],
    dilation: Sequence[Dim],
) -> list[Dim]:
    return [
        window(n, k, padding, s, d)
        for n, k, s, d in zip(sides, kernel, strides, dilation, strict=True)
    ]


def channels_fit(x: Shape, channels: Dim, wanted: Dim) -> None:
    """Mirrors keras.src.backend.common.backend_utils.check_conv_input_channels."""
    if differ(channels, wanted):
        raise Refuse(
            Refusal.CHANNELS,
            f"the kernel is for {wanted} channels, the input has {channels}: {x}",
            sizes=(wanted, channels),
            inputs=(0, 1),
        )


def _convolution(filters: Callable[[Shape], Dim]) -> Callable[..., Shape]:
    def rule(
        inputs: Any, kernel: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any
    ) -> Shape:
        """`kernel`: (*sizes, channels in, channels out)."""
        x, k, first = shape_of(inputs), shape_of(kernel), is_channels_first(data_format)
        if len(x) != len(k):
            raise Refuse(
                Refusal.WRONG_RANK, f"the kernel {k} is not of the input's rank: {x}", inputs=(0, 1)
            )
        image_rank(x)
        sides, channels = apart(x, first)
        n = len(sides)
        channels_fit(x, channels, k[-2])
        _fit_sides(strides, n, "strides")
        _fit_sides(dilation_rate, n, "dilation_rate")
        out = windows(
            sides,
            k[:-2],
            padding_name(padding),
            numbers(strides, n, "strides"),
            numbers(dilation_rate, n, "dilation_rate"),
        )
        return together(x, out, filters(k), first)

    return rule


def _fit_sides(value: Any, n: int, name: str) -> None:
    """Refuses another number of strides or rates than there are sides."""
    if n > 1 and isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        if len(value) != n and (len(value) > 1 or name == "dilation_rate"):
            raise refuse(f"`{name}` must be a number or {n} of them, is {len(value)}")


_CONV = 'inputs, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1'
conv = functions(_CONV, "keras.ops: conv")(_convolution(lambda k: k[-1]))
depthwise_conv = functions(_CONV, "keras.ops: depthwise_conv")(
    _convolution(lambda k: k[-1] * k[-2])
)


@functions(
    'x, kernel, strides=1, padding="valid", data_format=None, dilation_rate=1',
    "keras.backend: conv1d",
)
@functions(
    'x, kernel, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1)',
    "keras.backend: conv2d",
)
@functions(
    'x, kernel, strides=(1, 1, 1), padding="valid", data_format=None, dilation_rate=(1, 1, 1)',
    "keras.backend: conv3d",
)
def backend_conv(
    x: Any, kernel: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any
) -> Shape:
    """Mirrors keras.src.legacy.backend.conv2d: more batch axes and groups go as well."""
    shape, k = shape_of(x), shape_of(kernel)
    if len(shape) != len(k):
        raise Lose("the kernel is not of the input's rank")
    channels = shape[1] if is_channels_first(data_format) else shape[-1]
    if differ(channels, k[-2]) and channels % k[-2] == 0:
        raise Lose("the channels may be in groups")
    result: Shape = conv(x, kernel, strides, padding, data_format, dilation_rate)
    return result


functions(
    'x, depthwise_kernel, strides=(1, 1), padding="valid", data_format=None, dilation_rate=(1, 1)',
    "keras.backend: depthwise_conv2d",
)(depthwise_conv)


@functions(
    "inputs, depthwise_kernel, pointwise_kernel, strides=1, "
    'padding="valid", data_format=None, dilation_rate=1',
    "keras.ops: separable_conv",
)
@functions(
    "x, depthwise_kernel, pointwise_kernel, strides=(1, 1), "
    'padding="valid", data_format=None, dilation_rate=(1, 1)',
    "keras.backend: separable_conv2d",
)
def separable_conv(
    inputs: Any,
    kernel: Any,
    pointwise: Any,
    strides: Any,
    padding: Any,
    data_format: Any,
    dilation: Any,
) -> Shape:
    shape = depthwise_conv(inputs, kernel, strides, padding, data_format, dilation)
    axis = 1 if is_channels_first(data_format) else -1
    return shape.replace(axis, shape_of(pointwise)[-1])


def transposed(
    n: Dim, kernel: Dim, padding: str, stride: Dim, extra: Dim | None, dilation: Dim
) -> Dim:
    """Mirrors keras.src.backend.common.backend_utils._get_output_shape_given_tf_padding."""
    reach = (kernel - 1) * dilation + 1
    if padding == "same":
        return n * stride if extra is None else (n - 1) * stride + reach % 2 + extra
    if padding != "valid":
        raise refuse(f"`padding` must be 'valid' or 'same', not {padding!r}")
    if extra is not None:
        return (n - 1) * stride + reach + extra
    if type(reach) is int and type(stride) is int:
        return (n - 1) * stride + max(reach, stride)
    raise Lose("the size of the kernel or the stride is not known")


@functions(
    'inputs, kernel, strides=1, padding="valid", output_padding=None, '
    "data_format=None, dilation_rate=1",
    "keras.ops: conv_transpose",
)
def conv_transpose(
    inputs: Any,
    kernel: Any,
    strides: Any,
    padding: Any,
    output_padding: Any,
    data_format: Any,
    dilation_rate: Any,
) -> Shape:
    """`kernel`: (*sizes, channels out, channels in)."""
    x, k, first = shape_of(inputs), shape_of(kernel), is_channels_first(data_format)
    image_rank(x)
    sides, channels = apart(x, first)
    n = len(sides)
    if len(k) < 2:
        raise refuse(f"a kernel has rank {len(x)}, not {len(k)}: {k}", inputs=(1,))
    channels_fit(x, channels, k[-1])
    if len(k) != len(x):
        raise Lose("the kernel is not of the input's rank")
    extra = (None,) * n if output_padding is None else numbers(output_padding, n, "output_padding")
    out = [
        no_none(side, transposed(side, size, padding_name(padding), stride, more, dilation))
        for side, size, stride, more, dilation in zip(
            sides,
            k[:-2],
            numbers(strides, n, "strides"),
            extra,
            numbers(dilation_rate, n, "dilation_rate"),
            strict=True,
        )
    ]
    return together(x, out, k[-2], first)


def no_none(before: Dim, after: Dim) -> Dim:
    """None stays None."""
    return fresh_none() if is_none(before) and not is_none(after) else after


@functions(
    "x, kernel, output_shape, strides=(1, 1), "
    'padding="valid", data_format=None, dilation_rate=(1, 1)',
    "keras.backend: conv2d_transpose",
)
def backend_conv2d_transpose(x: Any, kernel: Any, output_shape: Any) -> Shape:
    return batch_of(shape_of(x), sizes(output_shape))


def batch_of(x: Shape, shape: tuple[Dim, ...]) -> Shape:
    """A shape that is given for what is made of a tensor: its batch is that of the tensor."""
    need_rank(x, 1)
    if not shape:
        raise refuse("the output shape is empty")
    if differ(x[0], shape[0]):
        raise refuse(
            f"the output shape has a batch of {shape[0]}, the input of {x[0]}: {x}",
            axis=0,
            sizes=(x[0], shape[0]),
            inputs=(0,),
        )
    return Shape((known_dim(x[0], shape[0]) if type(x[0]) is int else x[0], *shape[1:]))


def pool(inputs: Any, pool_size: Any, strides: Any, padding: Any, data_format: Any) -> Shape:
    """Mirrors keras.src.ops.operation_utils.compute_pooling_output_shape."""
    x, first = shape_of(inputs), is_channels_first(data_format)
    need_rank(x, 2 if first else 1)
    sides, channels = apart(x, first)
    kernel = _row(pool_size, "pool_size")
    step = kernel if strides is None else _row(strides, "strides")
    return together(x, _pooled(tuple(sides), kernel, step, padding_name(padding)), channels, first)


def _row(value: Any, name: str) -> tuple[Dim, ...]:
    """A number, or several, as NumPy makes an array of them."""
    return numbers(value, 1, name) if isinstance(value, (int, Size)) else sizes(value)


def _pooled(
    sides: tuple[Dim, ...], kernel: tuple[Dim, ...], step: tuple[Dim, ...], padding: str
) -> list[Dim]:
    """The sides after pooling. They broadcast with the kernel and the strides, as in NumPy."""
    if padding not in ("valid", "same"):
        raise refuse(f"`padding` must be 'valid' or 'same', not {padding!r}")
    rows = (sides, kernel, step) if padding == "valid" else (sides, step)
    lengths = {len(row) for row in rows} - {1}
    if len(lengths) > 1:
        raise refuse(
            f"`pool_size` and `strides` must be a number or {len(sides)} of them", inputs=(0,)
        )
    length = lengths.pop() if lengths else 1
    if length != len(sides) and any(type(side) is not int for side in sides):
        raise Lose("one side is pooled as several, and its size is not known")
    sides, kernel, step = (row * length if len(row) == 1 else row for row in (sides, kernel, step))
    return [window(n, k, padding, s) for n, k, s in zip(sides, kernel, step, strict=False)]


functions(
    'inputs, pool_size, strides=None, padding="valid", data_format=None',
    "keras.ops: max_pool average_pool",
)(pool)


def _backend_pool(rank: int) -> Callable[..., Shape]:
    """The pooling of keras.backend, of tensors of one rank."""

    def rule(x: Any, pool_size: Any, strides: Any, padding: Any, data_format: Any) -> Shape:
        need_rank(shape_of(x), rank, rank)
        return pool(x, pool_size, strides, padding, data_format)

    return rule


_BACKEND_POOL = 'x, pool_size, strides={}, padding="valid", data_format=None, pool_mode="max"'
functions(_BACKEND_POOL.format("(1, 1)"), "keras.backend: pool2d")(_backend_pool(4))
functions(_BACKEND_POOL.format("(1, 1, 1)"), "keras.backend: pool3d")(_backend_pool(5))


@functions(
    "inputs, output_size, data_format=None", "keras.ops: adaptive_max_pool adaptive_average_pool"
)
def adaptive_pool(inputs: Any, output_size: Any, data_format: Any) -> Shape:
    """Mirrors keras.src.ops.nn.AdaptiveMaxPool, which keeps an axis too many (channels last)."""
    x, first = shape_of(inputs), is_channels_first(data_format)
    if isinstance(output_size, int):
        raise refuse("`output_size` must be a tuple")
    sides = sizes(output_size)
    if first:
        need_rank(x, 2)
        return Shape((*x[:2], *sides))
    need_rank(x, 1)
    return Shape((*x[: -len(sides)], *sides, x[-1]))


@functions("x, block_size, data_format='channels_last'", "keras.ops: depth_to_space")
def depth_to_space(x: Any, block_size: Any, data_format: Any) -> Shape:
    """Channels become positions. Mirrors keras.src.ops.nn.DepthToSpace."""
    shape, block, first = _blocks(x, block_size, data_format)
    (h, w), c = apart(shape, first)
    if type(c) is int and c % block**2:
        raise refuse(f"{c} channels are not divisible by {block**2}: {shape}", inputs=(0,))
    return together(shape, (h * block, w * block), c // block**2, first)


@functions("x, block_size, data_format='channels_last'", "keras.ops: space_to_depth")
def space_to_depth(x: Any, block_size: Any, data_format: Any) -> Shape:
    """Positions become channels. Mirrors keras.src.ops.nn.SpaceToDepth."""
    shape, block, first = _blocks(x, block_size, data_format)
    sides, c = apart(shape, first)
    for side in sides:
        if type(side) is int and side % block:
            raise refuse(f"{side} is not divisible by {block}: {shape}", inputs=(0,))
    return together(shape, [side // block for side in sides], c * block**2, first)


def _blocks(x: Any, block_size: Any, data_format: Any) -> tuple[Shape, int, bool]:
    shape = shape_of(x)
    block = number(block_size, "block_size")
    if block < 2:
        raise refuse(f"`block_size` must be 2 or more, not {block}")
    if len(shape) != 4:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 4, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    return shape, block, is_channels_first(data_format)


def _two(value: Any, name: str) -> tuple[Dim, Dim]:
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape) and len(value) != 2:
        raise refuse(f"`{name}` must be a number or 2 of them, is {len(value)}")
    a, b = numbers(value, 2, name)
    return a, b


@functions("x, kernel_size, dilation=1, padding=0, stride=1", "keras.ops: unfold")
def unfold(x: Any, kernel_size: Any, dilation: Any, padding: Any, stride: Any) -> Shape:
    """Mirrors keras.src.ops.nn.Unfold: (batch, channels, height, width) to columns."""
    shape = shape_of(x)
    if len(shape) != 4:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 4, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    k, d, p, s = (
        _two(value, name)
        for value, name in (
            (kernel_size, "kernel_size"),
            (dilation, "dilation"),
            (padding, "padding"),
            (stride, "stride"),
        )
    )
    if any(is_none(dim) for dim in shape[1:]):
        raise refuse(f"the sizes must be known: {shape}", inputs=(0,))
    out = [(n + 2 * p[i] - d[i] * (k[i] - 1) - 1) // s[i] + 1 for i, n in enumerate(shape[2:])]
    return Shape((shape[0], shape[1] * k[0] * k[1], out[0] * out[1]))


@functions("x, output_size, kernel_size, dilation=1, padding=0, stride=1", "keras.ops: fold")
def fold(x: Any, output_size: Any, kernel_size: Any) -> Shape:
    """Mirrors keras.src.ops.nn.Fold: columns back to (batch, channels, height, width)."""
    shape = shape_of(x)
    if len(shape) != 3:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 3, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    k, out = _two(kernel_size, "kernel_size"), _two(output_size, "output_size")
    area = k[0] * k[1]
    if type(shape[1]) is int and type(area) is int and shape[1] % area:
        raise refuse(f"axis 1 is {shape[1]}, not divisible by {area}: {shape}", inputs=(0,))
    return Shape((shape[0], shape[1] // area, *out))


def unequal(a: Dim, b: Dim) -> bool:
    """Whether Keras' `a != b` certainly holds, for which None differs from a number."""
    if type(a) is int and type(b) is int:
        return a != b
    if isinstance(a, Size) and isinstance(b, Size):
        return False
    return is_none(a) or is_none(b)


def need_equal(a: Shape, b: Shape, recover: Shape | None = None) -> None:
    """Refuses two shapes that Keras compares and finds different."""
    if len(a) != len(b) or any(unequal(m, n) for m, n in zip(a, b, strict=True)):
        what = f"needs inputs of one shape, has {a} and {b}"
        raise refuse(what, inputs=(0, 1), recover=recover or Shape(b))


@functions(
    "x, mean, variance, axis, offset=None, scale=None, epsilon=0.001",
    "keras.ops: batch_normalization",
)
def batch_normalization(
    x: Any, mean: Any, variance: Any, axis: Any, offset: Any, scale: Any
) -> Shape:
    """Mirrors keras.src.ops.nn.BatchNorm: vectors of the size of the axis."""
    shape = shape_of(x)
    size = Shape((shape[axis_index(number(axis, "axis"), len(shape))],))
    for vector in (mean, variance, offset, scale):
        if vector is not None:
            need_equal(size, shape_of(vector), recover=Shape(shape))
    return Shape(shape)


@functions(
    "x, gamma=None, beta=None, axis=-1, epsilon=None, **kwargs", "keras.ops: layer_normalization"
)
@functions("x, scale=None, axis=-1, epsilon=None", "keras.ops: rms_normalization")
@functions(
    "x, mean, var, beta, gamma, axis=-1, epsilon=0.001", "keras.backend: batch_normalization"
)
def normalized(x: Any) -> Shape:
    return Shape(shape_of(x))


@functions(
    "query, key, value, bias=None, mask=None, scale=None, is_causal=False, flash_attention=None, "
    "attn_logits_soft_cap=None",
    "keras.ops: dot_product_attention",
)
def dot_product_attention(query: Any) -> Shape:
    return Shape(shape_of(query))


@functions("x, bias, data_format=None", "keras.backend: bias_add")
def bias_add(x: Any, bias: Any, data_format: Any) -> Shape:
    shape, b = shape_of(x), shape_of(bias)
    if len(b) not in (1, len(shape) - 1):
        raise refuse(f"the bias {b} does not fit rank {len(shape)}: {shape}", inputs=(0, 1))
    axis = 1 if is_channels_first(data_format) else -1
    if len(b) == 1 and differ(b[0], shape[axis]):
        raise refuse(f"the bias {b} does not fit {shape}", sizes=(shape[axis], b[0]), inputs=(0, 1))
    if len(b) == 1 and type(b[0]) is int:
        shape = shape.replace(axis, b[0])
    return Shape(shape)
