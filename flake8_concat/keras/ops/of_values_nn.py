"""What windows, attention, losses, matrices and images are where tensors have values.

As in of_values.py: what is refused here both JAX and TensorFlow refuse, where they differ the
answer is lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes, differ, known_dim
from flake8_concat.keras.ops.image import colors, images_rank
from flake8_concat.keras.ops.image import same as same_images
from flake8_concat.keras.ops.linear import differing, tensordot
from flake8_concat.keras.ops.losses import ctc_decode, ctc_loss, psnr
from flake8_concat.keras.ops.matrices import diagflat, logdet, lu_factor, solve
from flake8_concat.keras.ops.nn import (
    apart,
    batch_normalization,
    conv,
    depth_to_space,
    dot_product_attention,
    is_channels_first,
    pool,
    space_to_depth,
    together,
)
from flake8_concat.keras.ops.reading import (
    need_rank,
    number,
    refuse,
    shape_of,
    size,
    sizes,
    total,
)
from flake8_concat.keras.ops.reductions import trapezoid
from flake8_concat.keras.ops.signal import bincount, correlate, window
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import (
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    fresh_none,
    is_none,
    product,
)


def _need(x: Shape, rank: int) -> Shape:
    """Refuses any other rank."""
    need_rank(x, rank, rank)
    return x


def _loses(rule: Any, *args: Any) -> Any:
    """What the rule says, lost where it refuses: some backends take it."""
    try:
        return rule(*args)
    except Refuse as refused:
        raise Lose(f"some backends refuse it: {refused.mismatch.what}") from refused


# -- windows ----------------------------------------------------------------------------------
@with_values("keras.ops: conv")
def conv_of_values(
    inputs: Any, kernel: Any, strides: Any, padding: Any, data_format: Any, dilation_rate: Any
) -> Shape:
    """TensorFlow convolves the last axes where the kernel has less than the input."""
    if len(shape_of(kernel)) < len(shape_of(inputs)):
        raise Lose("some backends take a kernel of less axes")
    result: Shape = conv(inputs, kernel, strides, padding, data_format, dilation_rate)
    return result


@with_values("keras.ops: max_pool average_pool")
def pool_of_values(
    inputs: Any, pool_size: Any, strides: Any, padding: Any, data_format: Any
) -> Shape:
    """One axis to three; some backends leave nothing where Keras refuses a symbolic tensor."""
    x = shape_of(inputs)
    if len(x) == 2 and type(pool_size) is type(strides) is int:
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
    try:
        return pool(inputs, pool_size, strides, padding, data_format)
    except Refuse as refused:
        if refused.mismatch.refusal is Refusal.EMPTY_OUTPUT:
            raise Lose("some backends leave nothing") from refused
        raise


@with_values("keras.ops: adaptive_max_pool adaptive_average_pool")
def adaptive_pool_of_values(inputs: Any, output_size: Any, data_format: Any) -> Shape:
    """Mirrors keras.src.backend.jax.nn.adaptive_max_pool: the same as the layers."""
    x, first = shape_of(inputs), is_channels_first(data_format)
    count = len(x) - 2
    sides = sizes(output_size) if isinstance(output_size, (list, tuple)) else (size(output_size),)
    if not 1 <= count <= 3 or len(sides) not in (1, count):
        raise Lose("the sides of adaptive pooling are not those of its input")
    return together(x, sides * count if len(sides) == 1 else sides, apart(x, first)[1], first)


# -- attention, normalization, losses ---------------------------------------------------------
@with_values("keras.ops: dot_product_attention")
def attention_of_values(query: Any, key: Any, value: Any) -> Shape:
    """(batch, length, heads, features) each. In JAX some heads may share those of the key."""
    q, k, v = (_need(shape_of(x), 4) for x in (query, key, value))
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
    if type(axis) is int:
        axis_index(axis, len(shape))
    result: Shape = _loses(batch_normalization, shape, mean, variance, axis, offset, scale)
    return result


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
    x, n = _need(shape_of(inputs), 3), _need(shape_of(lengths), 1)
    if differ(x[0], n[0]):
        raise differing(x, n, 0, 0)
    return ctc_decode(x, n, strategy, width, paths)


@with_values("keras.ops: psnr")
def psnr_of_values(x1: Any, x2: Any) -> Shape:
    a, b = shape_of(x1), shape_of(x2)
    result = psnr(a, b)
    for i, (m, n) in enumerate(zip(a, b, strict=True)):
        if differ(m, n):
            raise differing(a, b, i, i, Shape(()))
        if is_none(m) != is_none(n):
            raise Lose("whether the images fit is not known")
    return result


@with_values("keras.ops: ctc_loss")
def ctc_loss_of_values(target: Any, output: Any, target_length: Any, output_length: Any) -> Shape:
    """Classes (batch, length), and outputs (batch, steps, classes)."""
    a, b = _need(shape_of(target), 2), _need(shape_of(output), 3)
    lengths = shape_of(target_length), shape_of(output_length)
    if any(len(x) != 1 for x in lengths):
        raise Lose("some backends take other lengths than one for each of the batch")
    return ctc_loss(a, b, *lengths)


# -- matrices, counts, signals ----------------------------------------------------------------
def _square(x: Any) -> Shape:
    """A stack of square matrices, if numbers can tell."""
    shape = shape_of(x)
    need_rank(shape, 2)
    if differ(shape[-2], shape[-1]):
        raise refuse(f"needs square matrices: {shape}", inputs=(0,), recover=Shape(shape[:-2]))
    if is_none(shape[-2]) != is_none(shape[-1]):
        raise Lose("whether the matrices are square is not known")
    return shape


@with_values("keras.ops: logdet")
def logdet_of_values(x: Any) -> Shape:
    return logdet(_square(x))


@with_values("keras.ops: slogdet")
def slogdet_of_values(x: Any) -> tuple[Shape, Shape]:
    """The signs are as many as the logarithms, which keras.src.ops.linalg.SLogDet forgets."""
    return logdet(_square(x)), logdet(_square(x))


@with_values("keras.ops: lu_factor")
def lu_factor_of_values(x: Any) -> tuple[Shape, Shape]:
    """Some backends take square matrices only."""
    shape = shape_of(x)
    need_rank(shape, 2)
    found: tuple[Shape, Shape] = _loses(lu_factor, shape)
    return found


@with_values("keras.ops: solve solve_triangular")
def solve_of_values(a: Any, b: Any) -> Shape:
    """Vectors, or matrices, for all of the stack; fewer of them are broadcast by some backends."""
    left, right = shape_of(a), shape_of(b)
    result = solve(left, right)
    if len(right) != len(left) and right != left[:-1]:
        raise Lose("some backends broadcast the stacks")
    return result


@with_values("keras.ops: diagflat")
def diagflat_of_values(x: Any, k: Any) -> Shape:
    """TensorFlow takes a length that it does not know for -1."""
    if is_none(total(shape_of(x))) and number(k, "k"):
        raise Lose("how long the diagonal is is not known")
    return diagflat(x, k)


@with_values("keras.ops: bincount")
def bincount_of_values(x: Any) -> Shape:
    """How many rows there are is known no more."""
    shape = shape_of(x)
    need_rank(shape, 0, 2)
    return Shape(fresh_none() for _ in bincount(shape))


@with_values("keras.ops: histogram")
def histogram_of_values(x: Any, bins: Any) -> tuple[Shape, Shape]:
    n = size(bins)
    _need(shape_of(x), 1)
    return Shape((n,)), Shape((n + 1,))


@with_values("keras.ops: correlate")
def correlate_of_values(x1: Any, x2: Any, mode: Any) -> Shape:
    """TensorFlow flattens what has more axes, if all but the first are 1."""
    a, b = shape_of(x1), shape_of(x2)
    if len(a) == len(b) == 1:
        result: Shape = _loses(correlate, a, b, mode)
        return result
    if isinstance(mode, str) and mode not in ("valid", "same", "full"):
        raise refuse(f"`mode` must be 'valid', 'same' or 'full', not {mode!r}")
    for x in (a, b):
        if not x or (all(type(n) is int for n in x) and product(x[1:]) != 1):
            raise Refuse(Refusal.WRONG_RANK, f"needs rank 1, has rank {len(x)}: {x}", inputs=(0, 1))
    return Shape((fresh_none(),))


@with_values("keras.ops: bartlett blackman hamming hanning")
@with_values("keras.ops: kaiser")
def window_of_values(x: Any) -> Shape:
    """The length is a number, which no longer tensor is."""
    if isinstance(x, Shape):
        need_rank(x, 0, 0)
    return window(x)


@with_values("keras.ops: view_as_complex")
def view_as_complex_of_values(x: Any) -> Shape:
    """A pair of numbers is one."""
    shape = shape_of(x)
    need_rank(shape, 1)
    if type(shape[-1]) is int and shape[-1] != 2:
        raise refuse(f"the last axis must have size 2: {shape}", inputs=(0,))
    if is_none(shape[-1]):
        raise Lose("whether the last axis has size 2 is not known")
    return Shape(shape[:-1])


# -- sums over axes ---------------------------------------------------------------------------
@with_values("keras.ops: vdot")
def vdot_of_values(x1: Any, x2: Any) -> Shape:
    """The product of all numbers, as many in both."""
    a, b = shape_of(x1), shape_of(x2)
    if differ(total(a), total(b)):
        raise refuse(f"{a} and {b} have not as many elements", inputs=(0, 1), recover=Shape(()))
    return Shape(())


@with_values("keras.ops: tensordot")
def tensordot_of_values(x1: Any, x2: Any, axes: Any) -> Shape:
    """So many axes of both, whose sizes are equal."""
    a, b = shape_of(x1), shape_of(x2)
    if type(axes) is not int or axes <= 0:
        return tensordot(a, b, axes)
    if axes > min(len(a), len(b)):
        raise refuse(f"{axes} axes of {a} and {b} can't be summed over", inputs=(0, 1))
    for i in range(axes):
        if differ(a[len(a) - axes + i], b[i]):
            raise differing(a, b, i - axes, i, tensordot(a, b, axes))
    return tensordot(a, b, axes)


@with_values("keras.ops: trapezoid")
def trapezoid_of_values(y: Any, x: Any, dx: Any, axis: Any) -> Shape:
    """The distances of `x` must go with `y`."""
    shape = shape_of(y)
    at = axis_index(number(axis, "axis"), len(shape))
    result = trapezoid(shape, x, dx, axis)
    if isinstance(x, Shape):
        if len(x) == 1 and 1 not in (x[0], shape[at]) and differ(x[0], shape[at]):
            raise differing(shape, x, at, 0, result)
        if len(x) > 1:
            broadcast_shapes(shape, x)
            if len(x) != len(shape):
                raise Lose("whether the distances go with the tensor is not known")
    return result


@with_values("keras.ops: allclose")
def allclose_of_values(x1: Any, x2: Any) -> Shape:
    broadcast_shapes(shape_of(x1), shape_of(x2))
    return Shape(())


# -- images -----------------------------------------------------------------------------------
@with_values("keras.ops.image keras.ops: rgb_to_hsv hsv_to_rgb")
def colors_of_values(images: Any, data_format: Any) -> Shape:
    """Where channels are not known TensorFlow makes three of them."""
    shape = colors(images, data_format)
    axis = -3 if is_channels_first(data_format) else -1
    return shape.replace(axis, known_dim(shape[axis], 3))


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
    for x in (a, b):
        if any(type(side) is int and side < least for side in sides_of(x, data_format)):
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
    """JAX drops what is left over."""
    shape = _need(shape_of(x), 4)
    if number(block_size, "block_size") < 2:
        raise refuse(f"`block_size` must be 2 or more, not {block_size}")
    result: Shape = _loses(rule, shape, block_size, data_format)
    return result
