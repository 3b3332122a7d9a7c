"""What products, matrices, counts and signals are where tensors have values.

As in of_values.py: what is refused here both JAX and TensorFlow refuse, where they differ the
answer is lost.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes, differ
from flake8_concat.keras.ops.arranging import moveaxis
from flake8_concat.keras.ops.linear import (
    differing,
    dot,
    flipped,
    inner_sizes,
    tensordot,
    tf_tensordot,
)
from flake8_concat.keras.ops.matrices import cross, diagflat, logdet, solve, tf_least, tf_qr, tf_svd
from flake8_concat.keras.ops.of_values import MAX_ROWS, exactly, lost, where_all_is_known
from flake8_concat.keras.ops.reading import (
    axes,
    need_rank,
    number,
    refuse,
    shape_of,
    size,
    total,
    with_content,
)
from flake8_concat.keras.ops.reductions import tf_top_k, trapezoid
from flake8_concat.keras.ops.signal import bincount, bounds, correlate, stft, window
from flake8_concat.keras.ops.table import with_values
from flake8_concat.shapes import (
    Lose,
    Refusal,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
    product,
)


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
    side = tf_least(shape[-2], shape[-1])
    return Shape(shape), Shape((*shape[:-2], side))


@with_values("keras.ops: qr")
def qr_of_values(x: Any, mode: Any) -> tuple[Shape, Shape]:
    if isinstance(mode, str) and mode not in ("reduced", "complete"):
        raise refuse(f"`mode` must be 'reduced' or 'complete', not {mode!r}")
    return tf_qr(x, mode == "complete")


@with_values("keras.ops: svd")
def svd_of_values(x: Any, full_matrices: Any, compute_uv: Any) -> Any:
    found = tf_svd(x, full_matrices, compute_uv)
    if isinstance(found, Shape):
        return found
    s, u, v = found
    return u, s, flipped(v, yes=True)


@with_values("keras.ops: solve_triangular")
def solve_triangular_of_values(a: Any, b: Any) -> Shape:
    """Vectors, or matrices, for all of the stack; fewer of them are broadcast by some backends."""
    left, right = shape_of(a), shape_of(b)
    result = solve(left, right)
    if (len(right) != len(left) or left[:-2] != right[:-2]) and right != left[:-1]:
        raise Lose("some backends broadcast the stacks")
    return result


@with_values("keras.ops: solve")
def solve_of_values(a: Any, b: Any) -> Shape:
    left, right = shape_of(a), shape_of(b)
    result = solve_triangular_of_values(left, right)
    if right == left[:-1] and len(left) > 2:
        raise Lose("some backends take it for one matrix, some for a stack of vectors")
    return result


@with_values("keras.ops: diagflat")
def diagflat_of_values(x: Any, k: Any) -> Shape:
    """TensorFlow takes a length that it does not know for -1."""
    if is_none(total(shape_of(x))) and number(k, "k"):
        raise Lose("how long the diagonal is is not known")
    return diagflat(x, k)


@with_values("keras.ops: cross")
def cross_of_values(x1: Any, x2: Any, axisa: Any, axisb: Any, axisc: Any, axis: Any) -> Shape:
    """Of two vectors of 2 comes a number, for which there is no axis."""
    a, b = shape_of(x1), shape_of(x2)
    first, second = (axisa, axisb) if axis is None else (axis, axis)
    if a[axis_index(first, len(a))] == b[axis_index(second, len(b))] == 2:
        axis, axisa, axisb, axisc = None, first, second, -1
        if max(len(a), len(b)) == 1:
            return Shape(())
    return Shape(cross(x1, x2, axisa, axisb, axisc, axis))


@with_values("keras.ops: bincount")
def bincount_of_values(x: Any, weights: Any, minlength: Any) -> Shape:
    """How many rows there are is known no more."""
    shape = shape_of(x)
    need_rank(shape, 0, 2)
    if isinstance(x, Valued) and len(x) == 1 and type(minlength) is int:
        counted = x.content if isinstance(x.content, tuple) else ()
        if counted and all(type(n) is int and n >= 0 for n in counted):
            return Shape((max(*counted, minlength - 1, 0) + 1,))
    return Shape(fresh_none() for _ in bincount(shape))


@with_values("keras.ops: histogram")
def histogram_of_values(x: Any, bins: Any, range: Any) -> tuple[Shape, Shape]:
    n = size(bins)
    bounds(range)
    if not shape_of(x):
        raise Lose("some backends count a number")
    exactly(shape_of(x), 1)
    return Shape((n,)), Shape((n + 1,))


@with_values("keras.ops: correlate")
def correlate_of_values(x1: Any, x2: Any, mode: Any) -> Shape:
    """TensorFlow flattens what has more axes, if all but the first are 1."""
    a, b = shape_of(x1), shape_of(x2)
    if isinstance(mode, str) and mode not in ("valid", "same", "full"):
        raise refuse(f"`mode` must be 'valid', 'same' or 'full', not {mode!r}")
    if len(a) == len(b) == 1:
        result: Shape = lost(correlate, a, b, mode)
        return result
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
    if type(axes) is int and axes > 0:
        if axes > min(len(a), len(b)):
            raise refuse(f"{axes} axes of {a} and {b} can't be summed over", inputs=(0, 1))
        axes = (list(range(len(a) - axes, len(a))), list(range(axes)))
    elif isinstance(axes, (list, tuple)) and not isinstance(axes, Shape):
        axes = [[side] if type(side) is int else side for side in axes]
    try:
        return where_all_is_known(tensordot, a, b, axes)
    except Refuse:
        tf_tensordot(a, b, axes)  # compares the products of the sizes only
        raise Lose("some backends take other sizes of the same product") from None


@with_values("keras.ops: dot")
def dot_of_values(x1: Any, x2: Any) -> Shape:
    """Of two vectors the symbolic rule compares no sizes."""
    a, b = shape_of(x1), shape_of(x2)
    if len(a) == len(b) == 1 and type(a[0]) is type(b[0]) is int:
        inner_sizes(a, b, 0, 0)
    return where_all_is_known(dot, a, b)


@with_values("keras.ops: moveaxis")
def moveaxis_of_values(x: Any, source: Any, destination: Any) -> Shape:
    """Backends take an axis that is given twice, each in its way."""
    rank = len(shape_of(x))
    if any(len({*given}) < len(given) for given in (axes(source, rank), axes(destination, rank))):
        raise Lose("an axis is given twice")
    result: Shape = moveaxis(x, source, destination)
    return result


@with_values("keras.ops: trapezoid")
def trapezoid_of_values(y: Any, x: Any, dx: Any, axis: Any) -> Shape:
    """The distances of `x` must go with `y`."""
    shape = shape_of(y)
    at = axis_index(number(axis, "axis"), len(shape))
    result = trapezoid(shape, x, dx, axis)
    if isinstance(x, Shape):
        if len(x) == 1 and not {x[0], shape[at]} & {1, 2} and differ(x[0], shape[at]):
            raise differing(shape, x, at, 0, result)
        if len(x) > 1:
            lost(broadcast_shapes, shape, x)
            if len(x) != len(shape):
                raise Lose("whether the distances go with the tensor is not known")
    return result


@with_values("keras.ops: in_top_k")
def in_top_k_of_values(targets: Any, predictions: Any) -> Shape:
    """A class for each row of predictions."""
    classes, rows = shape_of(targets), shape_of(predictions)
    if len(classes) == 1 and len(rows) == 2:
        if 1 not in (classes[0], rows[0]) and differ(classes[0], rows[0]):
            raise differing(classes, rows, 0, 0, Shape(classes))
    elif len(classes) == 2 and len(rows) == 1:
        raise refuse(f"the classes come first, then what is predicted: {classes}, {rows}")
    return Shape(classes)


@with_values("keras.ops: top_k")
def top_k_of_values(x: Any, k: Any) -> tuple[Shape, Shape]:
    return tf_top_k(x, k)


@with_values("keras.ops: stft")
def stft_of_values(
    x: Any, sequence_length: Any, stride: Any, fft_length: Any, window: Any, center: Any
) -> tuple[Shape, Shape]:
    """Mirrors the check of keras.src.backend.*.math.stft."""
    if type(sequence_length) is type(fft_length) is int and fft_length < sequence_length:
        raise refuse(f"`fft_length` must be {sequence_length} or more, is {fft_length}")
    if isinstance(window, Shape) and type(sequence_length) is int:
        if len(window) != 1 or differ(window[0], sequence_length):
            raise refuse(f"`window` must be of shape ({sequence_length},), is {window}")
    return stft(x, sequence_length, stride, fft_length, window, center)


@with_values("keras.ops: allclose")
def allclose_of_values(x1: Any, x2: Any) -> Shape:
    broadcast_shapes(shape_of(x1), shape_of(x2))
    return Shape(())


# -- lists that become arrays -----------------------------------------------------------------
@with_values("keras.ops: array convert_to_tensor")
def array_of_values(x: Any) -> Shape:
    """Rows of one length, of numbers alone."""
    if isinstance(x, (list, tuple)) and not isinstance(x, Shape):
        _rows(x)
    result: Shape = with_content(x)
    return result


def _rows(x: Any) -> tuple[int, ...] | None:
    """The sizes of a list that is written out; None if something else stands in it."""
    if type(x) in (int, float, bool):
        return ()
    if not isinstance(x, (list, tuple)) or getattr(x, "blur", None) is not None:
        return None
    if len(x) > MAX_ROWS:
        return None
    inner = [None if item is None else _rows(item) for item in x]
    plain = all(shape is not None for item, shape in zip(x, inner, strict=True) if item is not None)
    if plain and None in x:
        raise refuse("None is no number")
    if not plain:
        return None
    if len({*inner}) > 1:
        raise refuse("the rows have different lengths")
    return (len(x), *(inner[0] if inner and inner[0] is not None else ()))
