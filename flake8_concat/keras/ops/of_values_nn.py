"""What windows, attention, normalization, losses and images are where tensors have values.

As in of_values.py: what is refused here both JAX and TensorFlow refuse, where they differ the
answer is lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_concat.keras.joining import axis_index, differ, known_dim
from flake8_concat.keras.ops.image import affine_transform, colors, images_rank
from flake8_concat.keras.ops.image import same as same_images
from flake8_concat.keras.ops.linear import differing
from flake8_concat.keras.ops.losses import ctc_decode, ctc_loss
from flake8_concat.keras.ops.nn import (
    apart,
    batch_normalization,
    conv,
    conv_transpose,
    depth_to_space,
    depthwise_conv,
    dot_product_attention,
    fold,
    is_channels_first,
    need_equal,
    pool,
    separable_conv,
    space_to_depth,
    together,
    unfold,
)
from flake8_concat.keras.ops.of_values import exactly, lost
from flake8_concat.keras.ops.reading import (
    axes,
    need_rank,
    number,
    numbers,
    refuse,
    shape_of,
    size,
    sizes,
)
from flake8_concat.keras.ops.reductions import along
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import (
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    is_none,
    product,
)


# -- windows ----------------------------------------------------------------------------------
@with_values("keras.ops: conv")
def conv_of_values(
    inputs: Any, kernel: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any
) -> Shape:
    """TensorFlow convolves the last axes where the kernel has less than the input."""
    x, k = shape_of(inputs), shape_of(kernel)
    if len(k) < len(x):
        raise Lose("some backends take a kernel of less axes")
    if isinstance(strides, (list, tuple)) and len(strides) not in (1, len(x) - 2, len(x)):
        raise refuse(f"`strides` must be a number or {len(x) - 2} of them, is {len(strides)}")
    given = (strides, padding, data_format, dilation_rate)
    rule = conv if dilation_rate == 1 else _unless_empty(conv)
    result: Shape = rule(x, in_groups(x, k, data_format), *given)
    return result


def _unless_empty(rule: Any) -> Any:
    """The rule, lost where nothing is left: some backends take that."""

    def on_some(*args: Any) -> Any:
        try:
            return rule(*args)
        except Refuse as refused:
            if refused.mismatch.refusal is Refusal.EMPTY_OUTPUT:
                raise Lose("some backends leave nothing") from refused
            raise

    return on_some


def in_groups(x: Shape, kernel: Shape, data_format: Any) -> Shape:
    """The kernel for all channels, where it is one for each of several groups of them.

    Of symbolic tensors Keras takes none, in a layer and of arrays the backend does.
    """
    first = isinstance(data_format, str) and data_format.lower() == "channels_first"
    if len(kernel) < 3 or len(x) < 3:
        return kernel
    channels, each, filters = x[1 if first else -1], kernel[-2], kernel[-1]
    if type(channels) is type(each) is type(filters) is int and each > 0:
        groups, rest = divmod(channels, each)
        if not rest and groups > 1 and filters % groups == 0:
            return kernel.replace(-2, channels)
    return kernel


@with_values("keras.ops: separable_conv")
def separable_conv_of_values(
    inputs: Any,
    depthwise_kernel: Any,
    pointwise_kernel: Any,
    strides: Any,
    padding: Any,
    data_format: Any,
    dilation_rate: Any,
) -> Shape:
    given = (depthwise_kernel, pointwise_kernel, strides, padding, data_format, dilation_rate)
    rule = separable_conv if dilation_rate == 1 else _unless_empty(separable_conv)
    result: Shape = rule(inputs, *given)
    return result


@with_values("keras.ops: unfold")
def unfold_of_values(x: Any, kernel_size: Any, dilation: Any, padding: Any, stride: Any) -> Shape:
    """A window that is larger than the image leaves nothing on some backends."""
    result = unfold(x, kernel_size, dilation, padding, stride)
    if any(type(n) is int and n < 0 for n in result):
        raise Lose("some backends leave nothing")
    return result


@with_values("keras.ops: depthwise_conv")
def depthwise_conv_of_values(
    inputs: Any, kernel: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any
) -> Shape:
    """A kernel that is larger than the input leaves nothing on some backends."""
    given = (strides, padding, data_format, dilation_rate)
    result: Shape = _unless_empty(depthwise_conv)(inputs, kernel, *given)
    return result


@with_values("keras.ops: conv_transpose")
def conv_transpose_of_values(
    inputs: Any,
    kernel: Any,
    strides: Any,
    padding: Any,
    output_padding: Any,
    data_format: Any,
    dilation_rate: Any,
) -> Shape:
    x = shape_of(inputs)
    need_rank(x, 3)
    given = (strides, padding, output_padding, data_format, dilation_rate)
    result: Shape = conv_transpose(x, kernel, *given)
    return result


@with_values("keras.ops: max_pool average_pool")
def pool_of_values(
    inputs: Any, pool_size: Any, strides: Any, padding: Any, data_format: Any
) -> Shape:
    """One axis to three; some backends leave nothing where Keras refuses a symbolic tensor."""
    x = shape_of(inputs)
    if 0 < len(x) < 3 and all(isinstance(n, int) or n == () for n in (pool_size, strides)):
        raise Lose("some backends leave as it is what has no axes to pool")
    need_rank(x, 3)
    sides = len(x) - 2
    if sides > 3:
        raise Lose("some backends pool more than three axes")
    for value, name in ((pool_size, "pool_size"), (strides, "strides")):
        given = sizes(value) if isinstance(value, (list, tuple)) else (1,) * sides
        if len(given) in (sides, 1, sides + 2):
            if len(given) != sides or any(type(n) is int and n <= 0 for n in given):
                raise Lose(f"what backends make of such a `{name}` differs")
        else:
            raise refuse(f"`{name}` must be a number or {sides} of them, is {len(given)}")
    result: Shape = _unless_empty(pool)(inputs, pool_size, strides, padding, data_format)
    return result


@with_values("keras.ops: adaptive_max_pool adaptive_average_pool")
def adaptive_pool_of_values(inputs: Any, output_size: Any, data_format: Any) -> Shape:
    """Mirrors keras.src.backend.jax.nn.adaptive_max_pool: the same as the layers."""
    x, first = shape_of(inputs), is_channels_first(data_format)
    count = len(x) - 2
    several = isinstance(output_size, (list, tuple))
    sides = sizes(output_size) if several else (size(output_size),) * count
    need_rank(x, 3, 5)
    if len(sides) != count:
        raise refuse(f"`output_size` must be a number or {count} of them, is {len(sides)}")
    if any(type(side) is int and side < 1 for side in sides):
        raise refuse(f"`output_size` must be 1 or more, is {output_size}")
    return together(x, sides, apart(x, first)[1], first)


# -- attention, normalization, losses ---------------------------------------------------------
@with_values("keras.ops: dot_product_attention")
def attention_of_values(query: Any, key: Any, value: Any) -> Shape:
    """(batch, length, heads, features) each. In JAX some heads may share those of the key."""
    q, k, v = (exactly(shape_of(x), 4) for x in (query, key, value))
    for a, i, b, j in ((q, 0, k, 0), (q, 3, k, 3), (k, 0, v, 0), (k, 1, v, 1)):
        if differ(a[i], b[j]):
            if 1 in (a[i], b[j]):
                raise Lose("some backends broadcast the tensors")
            raise differing(a, b, i, j, Shape(q))
    same = zip((q[0], q[2], q[3], *k), (k[0], k[2], k[3], *v), strict=True)
    if any(a != b for a, b in same):
        raise Lose("whether the tensors fit is not known")
    return dot_product_attention(q)


@with_values("keras.ops: batch_normalization")
def normalized_of_values(
    x: Any, mean: Any, variance: Any, axis: Any, offset: Any, scale: Any
) -> Shape:
    """Numbers in the place of vectors are taken by some backends."""
    shape = shape_of(x)
    at = axis_index(number(axis, "axis"), len(shape))
    for vector in (mean, variance, offset, scale):
        _of_size(vector, shape[at : at + 1])
    result: Shape = lost(batch_normalization, shape, mean, variance, axis, offset, scale)
    return result


@with_values("keras.ops: layer_normalization")
def layer_normalized_of_values(x: Any, gamma: Any, beta: Any, axis: Any) -> Shape:
    """The axes must be there, and what stretches them have their sizes."""
    shape = shape_of(x)
    sides = [shape[at] for at in sorted(axes(axis, len(shape)))]
    for vector in (gamma, beta):
        _of_size(vector, sides)
    return Shape(shape)


def _of_size(vector: Any, sides: Sequence[Dim]) -> None:
    """Refuses a vector that has not as many elements as the axes that it is for.

    One of one element some backends stretch.
    """
    if not isinstance(vector, Shape) or len(vector) != 1 or vector[0] == 1:
        return
    if all(type(n) is int for n in (*vector, *sides)) and product(sides) != vector[0]:
        what = f"a vector of {vector[0]} elements does not fit {product(sides)}"
        raise refuse(what, sizes=(vector[0], product(sides)), inputs=(0,))


@with_values("keras.ops: rms_normalization")
def rms_normalized_of_values(x: Any, scale: Any, axis: Any) -> Shape:
    return layer_normalized_of_values(x, scale, None, axis)


@with_values("keras.ops: normalize")
def unit_of_values(x: Any, axis: Any, order: Any) -> Shape:
    """Mirrors the check of keras.src.ops.nn.normalize."""
    if type(order) in (int, float) and (type(order) is float or order < 1):
        raise refuse(f"`order` must be a whole number of 1 or more, is {order}")
    return along(x, axis)


@with_values("keras.ops: binary_crossentropy")
def binary_crossentropy_of_values(target: Any, output: Any) -> Shape:
    return _of_one_shape(shape_of(target), shape_of(output))


@with_values("keras.ops: categorical_crossentropy")
def categorical_crossentropy_of_values(
    target: Any, output: Any, from_logits: Any, axis: Any
) -> Shape:
    """The axis that is given is gone; the symbolic rule takes the last in any case."""
    a, b = shape_of(target), shape_of(output)
    need_rank(b, 1)
    both = _of_one_shape(a, b)
    if type(axis) is not int or not -len(both) <= axis < len(both):
        raise Lose("the axis is none of the output's")
    return both.without(axis % len(both))


def _of_one_shape(a: Shape, b: Shape) -> Shape:
    """The shape of both. JAX knows None from a number, TensorFlow does not."""
    if len(a) != len(b) or any(map(differ, a, b)):
        need_equal(a, b)
    if any(is_none(m) != is_none(n) for m, n in zip(a, b, strict=True)):
        raise Lose("some backends compare None and a number")
    return Shape(b)


@with_values("keras.ops: sparse_categorical_crossentropy")
def sparse_crossentropy_of_values(target: Any, output: Any, from_logits: Any, axis: Any) -> Shape:
    """One class for each of the output's rows."""
    a, b = shape_of(target), shape_of(output)
    need_rank(b, 1)
    if len(a) == len(b) and a and a[-1] == 1:
        a = Shape(a[:-1])
    if len(a) == len(b) and not (type(a[-1]) is int or is_none(a[-1])):
        raise Lose("whether the target has an axis of size 1 is not known")
    rest = Shape(b[:-1])
    if len(a) != len(rest) or any(map(differ, a, rest)):
        raise refuse(f"needs {rest} classes, has {a}", inputs=(0, 1), recover=rest)
    if axis != -1:
        raise Lose("some backends take the last axis only")
    if any(is_none(m) != is_none(n) for m, n in zip(a, rest, strict=True)):
        raise Lose("some backends compare None and a number")
    return rest


@with_values("keras.ops: ctc_decode")
def ctc_decode_of_values(inputs: Any, lengths: Any, strategy: Any, width: Any, paths: Any) -> Any:
    """(batch, steps, classes) and a length for each of the batch."""
    x, n = exactly(shape_of(inputs), 3), exactly(shape_of(lengths), 1)
    if isinstance(strategy, str) and strategy not in ("greedy", "beam_search"):
        raise refuse(f"`strategy` must be 'greedy' or 'beam_search', not {strategy!r}")
    if differ(x[0], n[0]) and 1 not in (x[0], n[0]):
        raise differing(x, n, 0, 0)
    if is_none(x[0]) != is_none(n[0]) or (x[0] != n[0] and 1 in (x[0], n[0])):
        raise Lose("whether the lengths are those of the batch is not known")
    return ctc_decode(x, n, strategy, width, paths)


@with_values("keras.ops: psnr")
def psnr_of_values(x1: Any, x2: Any, max_val: Any) -> Shape:
    """Mirrors the check of keras.src.backend.*.nn.psnr, where None differs from a number."""
    need_equal(shape_of(x1), shape_of(x2))
    return Shape(shape_of(max_val))


@with_values("keras.ops: ctc_loss")
def ctc_loss_of_values(target: Any, output: Any, target_length: Any, output_length: Any) -> Shape:
    """Classes (batch, length), and outputs (batch, steps, classes)."""
    a, b = exactly(shape_of(target), 2), exactly(shape_of(output), 3)
    lengths = shape_of(target_length), shape_of(output_length)
    if any(len(x) != 1 for x in lengths):
        raise Lose("some backends take other lengths than one for each of the batch")
    first = [a[0], b[0], *(x[0] for x in lengths)]
    if any(is_none(dim) for dim in first) or 1 in first:
        raise Lose("some backends do not look at the batch")
    return ctc_loss(a, b, *lengths)


# -- images -----------------------------------------------------------------------------------
@with_values("keras.ops.image keras.ops: rgb_to_hsv hsv_to_rgb")
def colors_of_values(images: Any, data_format: Any) -> Shape:
    """Where channels are not known TensorFlow makes three of them."""
    shape = colors(images, data_format)
    axis = -3 if is_channels_first(data_format) else -1
    return shape.replace(axis, known_dim(shape[axis], 3))


def _interpolation(word: Any) -> None:
    """Refuses what images are not turned with."""
    if isinstance(word, str) and word not in ("bilinear", "nearest"):
        raise refuse(f"`interpolation` must be 'bilinear' or 'nearest', not {word!r}")


@with_values("keras.ops.image keras.ops: affine_transform")
def affine_of_values(images: Any, transform: Any, interpolation: Any) -> Shape:
    _interpolation(interpolation)
    return affine_transform(images, transform)


@with_values("keras.ops.image keras.ops: elastic_transform")
def elastic_of_values(
    images: Any,
    alpha: Any,
    sigma: Any,
    interpolation: Any,
    fill_mode: Any,
    fill_value: Any,
    seed: Any,
    data_format: Any,
) -> Shape:
    """Random numbers are drawn for all positions; of images in a batch that is not known, too."""
    _interpolation(interpolation)
    shape = same_images(images)
    height, width = sides_of(shape, data_format)
    if is_none(height) or is_none(width):
        raise refuse(f"the sides must be known: {shape}", inputs=(0,))
    if any(map(is_none, shape)):
        raise Lose("some backends want to know all sizes")
    return shape


def sides_of(shape: Shape, data_format: Any) -> tuple[Dim, Dim]:
    """Height and width of images."""
    first = is_channels_first(data_format)
    return (shape[-2], shape[-1]) if first else (shape[-3], shape[-2])


@with_values("keras.ops.image keras.ops: ssim")
def ssim_of_values(
    image1: Any,
    image2: Any,
    max_val: Any,
    filter_size: Any,
    filter_sigma: Any,
    k1: Any,
    k2: Any,
    data_format: Any,
) -> Shape:
    """Windows of `filter_size` run over both."""
    a, b = images_rank(shape_of(image1)), images_rank(shape_of(image2))
    least = number(filter_size, "filter_size")
    known = all(type(n) is int for x in (a, b) for n in sides_of(x, data_format))
    for x in (a, b) if known else ():
        if min(sides_of(x, data_format)) < least:  # type: ignore[operator, type-var]
            text = f"the sides are smaller than the filter of {least}: {x}"
            raise Refuse(Refusal.EMPTY_OUTPUT, text, inputs=(0, 1))
    if a != b:
        raise Lose("whether the images fit is not known")
    return Shape(() if len(a) == 3 else a[:1])


@with_values("keras.ops: depth_to_space")
def depth_to_space_of_values(x: Any, block_size: Any, data_format: Any) -> Shape:
    return _whole_blocks(depth_to_space, x, block_size, data_format)


@with_values("keras.ops: space_to_depth")
def space_to_depth_of_values(x: Any, block_size: Any, data_format: Any) -> Shape:
    return _whole_blocks(space_to_depth, x, block_size, data_format)


def _whole_blocks(rule: Any, x: Any, block_size: Any, data_format: Any) -> Shape:
    """JAX takes nothing, however it is laid out, and looks at no size beside an unknown batch."""
    shape = exactly(shape_of(x), 4)
    if number(block_size, "block_size") < 2:
        raise refuse(f"`block_size` must be 2 or more, not {block_size}")
    given = shape, block_size, data_format
    result: Shape = lost(rule, *given) if 0 in shape or is_none(shape[0]) else rule(*given)
    return result


@with_values("keras.ops: fold")
def fold_of_values(
    x: Any, output_size: Any, kernel_size: Any, dilation: Any, padding: Any, stride: Any
) -> Shape:
    """As many columns as there are windows on the output, where the batch can't make up for it."""
    result, columns = fold(x, output_size, kernel_size), shape_of(x)[2]
    if type(result[0]) is not int:
        return result
    if any(type(n) is int and n < 0 for n in result[2:]):
        raise Lose("what backends make of a negative size differs")
    given = (output_size, kernel_size, dilation, padding, stride)
    sides = list(zip(*(numbers(value, 2, "an argument") for value in given), strict=True))
    count: Dim = 1
    for out, k, d, p, s in sides:
        if not all(type(n) is int for n in (columns, out, k, d, p, s)) or s == 0:
            return result
        count *= (out + 2 * p - d * (k - 1) - 1) // s + 1
    if count != columns:
        raise refuse(f"there are {count} windows, axis 2 is {columns}: {shape_of(x)}", inputs=(0,))
    return result
