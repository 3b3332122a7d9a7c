"""Linear algebra: stacks of matrices, their diagonals, decompositions and solutions."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import (
    axis_index,
    broadcast_shapes,
    differ,
    known_dim,
)
from flake8_concat.keras.ops.linear import differing, flipped, inner_sizes, told
from flake8_concat.keras.ops.reading import (
    flag,
    need_rank,
    number,
    refuse,
    shape_of,
    size,
    total,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Shape,
    fresh_none,
    is_none,
)


def _square(x: Any, *, none_too: bool = True) -> Shape:
    """A stack of square matrices. Mirrors keras.src.ops.linalg._assert_square."""
    shape = shape_of(x)
    need_rank(shape, 2)
    if differ(shape[-2], shape[-1]):
        raise refuse(f"needs square matrices: {shape}", inputs=(0,))
    if none_too and is_none(shape[-2]) != is_none(shape[-1]) and told(shape[-2], shape[-1]):
        raise refuse(f"needs square matrices: {shape}", inputs=(0,))
    return shape


def _tf_square(x: Any) -> Shape:
    """A stack of square matrices, of which one side may tell the other."""
    shape = _square(x, none_too=False)
    side = known_dim(shape[-2], shape[-1])
    return Shape((*shape[:-2], side, side))


@functions("input, name=None", "tf.linalg: cholesky sqrtm", "tf: matrix_square_root cholesky")
@functions("input, adjoint=False, name=None", "tf.linalg: inv", "tf: matrix_inverse")
def tf_square_same(input: Any) -> Shape:
    return _tf_square(input)


@functions("input, name=None", "tf.linalg: expm logm")
def tf_matrix_function(input: Any) -> Shape:
    return Shape(_square(input, none_too=False))


def tf_least(a: Dim, b: Dim) -> Dim:
    if is_none(a) or is_none(b):
        return fresh_none()
    return _least(a, b)


def _least(a: Dim, b: Dim) -> Dim:
    if type(a) is int and type(b) is int:
        return min(a, b)
    if is_none(a) or is_none(b):
        raise refuse("the sizes of the matrices must be known", inputs=(0,))
    return a if a == b else UNKNOWN_SIZE


@functions("x, upper=False", "keras.ops: cholesky cholesky_inverse")
@functions("x", "keras.ops: inv")
def square_same(x: Any) -> Shape:
    return Shape(_square(x))


@functions("x", "keras.ops: det")
def det(x: Any) -> Shape:
    return Shape(_square(x)[:-2])


@functions("input, name=None", "tf.linalg: det", "tf: matrix_determinant")
@functions("matrix, name=None", "tf.linalg: logdet")
def tf_det(matrix: Any) -> Shape:
    return Shape(_tf_square(matrix)[:-2])


@functions("x", "keras.ops: logdet")
def logdet(x: Any) -> Shape:
    return Shape(shape_of(x)[:-2])


@functions("x", "keras.ops: slogdet")
def slogdet(x: Any) -> tuple[Shape, Shape]:
    return Shape(()), Shape(shape_of(x)[:-2])


@functions("input, name=None", "tf.linalg: slogdet")
def tf_slogdet(input: Any) -> tuple[Shape, Shape]:
    shape = Shape(_tf_square(input)[:-2])
    return shape, Shape(shape)


@functions("x", "keras.ops: eig eigh")
def eig(x: Any) -> tuple[Shape, Shape]:
    shape = _square(x)
    return Shape(shape[:-1]), Shape(shape)


@functions("tensor, name=None", "tf.linalg: eig eigh", "tf: eig")
def tf_eig(tensor: Any) -> tuple[Shape, Shape]:
    shape = _tf_square(tensor)
    return Shape(shape[:-1]), shape


@functions("tensor, name=None", "tf.linalg: eigvals eigvalsh")
def eigvals(tensor: Any) -> Shape:
    return Shape(_tf_square(tensor)[:-1])


@functions("x", "keras.ops: lu_factor")
def lu_factor(x: Any) -> tuple[Shape, Shape]:
    shape = shape_of(x)
    need_rank(shape, 2)
    return Shape(shape), Shape((*shape[:-2], _least(shape[-2], shape[-1])))


@functions('x, mode="reduced"', "keras.ops: qr")
def qr(x: Any, mode: Any) -> tuple[Shape, Shape]:
    shape = shape_of(x)
    if isinstance(mode, str) and mode not in ("reduced", "complete"):
        raise refuse(f"`mode` must be 'reduced' or 'complete', not {mode!r}")
    need_rank(shape, 2)
    return _qr(shape, _least(shape[-2], shape[-1]), complete=mode == "complete")


@functions("input, full_matrices=False, name=None", "tf.linalg: qr")
def tf_qr(input: Any, full_matrices: Any) -> tuple[Shape, Shape]:
    shape = shape_of(input)
    need_rank(shape, 2)
    return _qr(shape, tf_least(shape[-2], shape[-1]), complete=flag(full_matrices))


def _qr(shape: Shape, k: Dim, *, complete: bool) -> tuple[Shape, Shape]:
    m, n, base = shape[-2], shape[-1], shape[:-2]
    if complete:
        return Shape((*base, m, m)), Shape((*base, m, n))
    return Shape((*base, m, k)), Shape((*base, k, n))


@functions("x, full_matrices=True, compute_uv=True", "keras.ops: svd")
def svd(x: Any, full_matrices: Any, compute_uv: Any) -> Any:
    shape = shape_of(x)
    need_rank(shape, 2)
    u, s, v = _svd(shape, _least(shape[-2], shape[-1]), full=flag(full_matrices))
    return (u, s, v) if flag(compute_uv) else s


@functions("tensor, full_matrices=False, compute_uv=True, name=None", "tf tf.linalg: svd")
def tf_svd(tensor: Any, full_matrices: Any, compute_uv: Any) -> Any:
    """tf.linalg.svd: s, u and v, where v is not transposed."""
    shape = shape_of(tensor)
    need_rank(shape, 2)
    u, s, v = _svd(shape, tf_least(shape[-2], shape[-1]), full=flag(full_matrices))
    return (s, u, flipped(v, yes=True)) if flag(compute_uv) else s


def _svd(shape: Shape, k: Dim, *, full: bool) -> tuple[Shape, Shape, Shape]:
    m, n, base = shape[-2], shape[-1], shape[:-2]
    s = Shape((*base, k))
    if full:
        return Shape((*base, m, m)), s, Shape((*base, n, n))
    return Shape((*base, m, k)), s, Shape((*base, k, n))


@functions("a, b", "keras.ops: solve")
@functions("a, b, lower=False", "keras.ops: solve_triangular")
def solve(a: Any, b: Any) -> Shape:
    """Mirrors keras.src.ops.linalg.Solve."""
    left, right = _square(a), shape_of(b)
    need_rank(right, 1)
    if len(left) == len(right) and _unequal(left[-2], right[-2]):
        raise differing(left, right, -2, -2, Shape(right))
    if len(left) == len(right) - 1 and _unequal(left[-1], right[-1]):
        raise differing(left, right, -1, -1, Shape(right))
    return Shape(right)


def _unequal(a: Dim, b: Dim) -> bool:
    """Whether Keras' `a != b` holds, for which None differs from a number."""
    return differ(a, b) or (told(a, b) and is_none(a) != is_none(b))


@functions("matrix, rhs, adjoint=False, name=None", "tf.linalg: solve", "tf: matrix_solve")
@functions("matrix, rhs, lower=True, adjoint=False, name=None", "tf.linalg: triangular_solve")
def tf_solve(matrix: Any, rhs: Any) -> Shape:
    left, right = _square(matrix, none_too=False), shape_of(rhs)
    need_rank(right, 2)
    if differ(left[-2], right[-2]):
        raise differing(left, right, -2, -2, Shape(right))
    batch = broadcast_shapes(Shape(left[:-2]), Shape(right[:-2]))
    rows = known_dim(known_dim(right[-2], left[-2]), left[-1])
    return Shape((*batch, rows, right[-1]))


@functions("a, b, rcond=None", "keras.ops: lstsq")
def lstsq(a: Any, b: Any) -> Shape:
    left, right = shape_of(a), shape_of(b)
    need_rank(left, 2, 2)
    need_rank(right, 1, 2)
    if _unequal(left[0], right[0]):
        raise differing(left, right, 0, 0)
    return Shape((left[1], *right[1:]))


@functions("x, tol=None", "keras.ops: matrix_rank")
@functions("a, tol=None, validate_args=False, name=None", "tf.linalg: matrix_rank")
def matrix_rank(x: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 2)
    return Shape(shape[:-2])


@functions("x, rcond=None", "keras.ops: pinv")
@functions("a, rcond=None, validate_args=False, name=None", "tf.linalg: pinv")
def pinv(x: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 2)
    return flipped(shape, yes=True)


@functions("x, k=0", "keras.ops: diag")
def diag(x: Any, k: Any) -> Shape:
    """A vector on the diagonal, or the diagonal of a matrix. Mirrors keras.src.ops.numpy.Diag."""
    shape = shape_of(x)
    if len(shape) == 1:
        side = shape[0] + abs(_offset(k, "k"))
        return Shape((side, side))
    if len(shape) == 2:
        return Shape((_diagonal(shape[0], shape[1], _offset(k, "k")),))
    raise refuse(f"needs rank 1 or 2, has rank {len(shape)}: {shape}", inputs=(0,))


def _offset(value: Any, name: str) -> int:
    """How far beside the main diagonal. Several, which some take, are not followed."""
    if isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        raise Lose("several diagonals are not followed")
    return number(value, name)


def _diagonal(rows: Dim, columns: Dim, offset: int) -> Dim:
    if type(rows) is int and type(columns) is int:
        remaining = columns - offset if offset > 0 else rows + offset
        return max(0, min(remaining, rows, columns))
    return fresh_none() if is_none(rows) or is_none(columns) else UNKNOWN_SIZE


@functions("x, k=0", "keras.ops: diagflat")
def diagflat(x: Any, k: Any) -> Shape:
    side = total(shape_of(x)) + abs(_offset(k, "k"))
    return Shape((side, side))


@functions("x, offset=0, axis1=0, axis2=1", "keras.ops: diagonal")
def diagonal(x: Any, offset: Any, axis1: Any, axis2: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 2)
    rest, a, b = _without_two(shape, axis1, axis2)
    return Shape((*rest, _diagonal(shape[a], shape[b], _offset(offset, "offset"))))


@functions("x, offset=0, axis1=0, axis2=1", "keras.ops: trace")
def trace(x: Any, offset: Any, axis1: Any, axis2: Any) -> Shape:
    return Shape(_without_two(shape_of(x), axis1, axis2)[0])


def _without_two(shape: Shape, axis1: Any, axis2: Any) -> tuple[list[Dim], int, int]:
    a = axis_index(number(axis1, "axis1"), len(shape))
    b = axis_index(number(axis2, "axis2"), len(shape))
    if a == b:
        raise refuse(f"`axis1` and `axis2` are both {a}", inputs=(0,))
    return [dim for i, dim in enumerate(shape) if i not in (a, b)], a, b


@functions("x, name=None", "tf.linalg: trace", "tf: trace")
def tf_trace(x: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 2)
    return Shape(shape[:-2])


@functions(
    'input, name="diag_part", k=0, padding_value=0, align="RIGHT_LEFT"', "tf.linalg: diag_part"
)
def diag_part(input: Any, name: Any, k: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 2)
    if k != 0:
        raise Lose("which diagonals are meant is not known")
    return Shape((*shape[:-2], _diagonal(shape[-2], shape[-1], 0)))


@functions(
    'diagonal, name="diag", k=0, num_rows=-1, num_cols=-1, padding_value=0, align="RIGHT_LEFT"',
    "tf.linalg: diag",
)
def tf_diag(diagonal: Any, name: Any, k: Any, num_rows: Any, num_cols: Any) -> Shape:
    shape = shape_of(diagonal)
    need_rank(shape, 1)
    if k != 0 or num_rows != -1 or num_cols != -1:
        raise Lose("the size of the matrix is not known")
    return Shape((*shape, shape[-1]))


@functions("input, num_lower, num_upper, name=None", "tf.linalg: band_part", "tf: matrix_band_part")
def band_part(input: Any) -> Shape:
    return Shape(shape_of(input))


@functions('input, diagonal, name="set_diag", k=0, align="RIGHT_LEFT"', "tf.linalg: set_diag")
def set_diag(input: Any, diagonal: Any) -> Shape:
    shape, given = shape_of(input), shape_of(diagonal)
    need_rank(shape, 2)
    batch = shape[:-2]
    if len(given) == len(shape) - 1:
        batch = tuple(known_dim(a, b) for a, b in zip(batch, given, strict=False))
    return Shape((*batch, *shape[-2:]))


@functions("x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None", "keras.ops: cross")
def cross(x1: Any, x2: Any, axisa: Any, axisb: Any, axisc: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Cross."""
    a, b = shape_of(x1), shape_of(x2)
    if axis is not None:
        axisa = axisb = axisc = axis
    i, j = axis_index(axisa, len(a)), axis_index(axisb, len(b))
    rest = broadcast_shapes(Shape((*a[:i], *a[i + 1 :])), Shape((*b[:j], *b[j + 1 :])))
    for dim, position in ((a[i], 0), (b[j], 1)):
        if type(dim) is int and dim not in (2, 3):
            raise refuse(f"needs vectors of 2 or 3, has {dim}", inputs=(position,))
    if 3 in (a[i], b[j]):
        at = axis_index(axisc, len(rest) + 1)
        return Shape((*rest[:at], 3, *rest[at:]))
    if not (told(a[i], b[j])):
        raise Lose("the length of the vectors is not known")
    axis_index(axisc, len(rest))
    return rest


@functions("a, b, name=None", "tf.linalg: cross", "tf: cross")
def tf_cross(a: Any, b: Any) -> Shape:
    return Shape(shape_of(a))


@functions("x, y", "keras.ops: cdist")
def cdist(x: Any, y: Any) -> Shape:
    a, b = shape_of(x), shape_of(y)
    need_rank(a, 2)
    need_rank(b, 2)
    inner_sizes(a, b, -1, -1)
    batch = broadcast_shapes(Shape(a[:-2]), Shape(b[:-2]))
    return Shape((*batch, a[-2], b[-2]))


@functions("x, N=None, increasing=False", "keras.ops: vander")
def vander(x: Any, N: Any) -> Shape:
    shape = shape_of(x)
    if len(shape) != 1:
        raise refuse(f"needs rank 1, has rank {len(shape)}: {shape}", inputs=(0,))
    return Shape((shape[0], shape[0] if N is None else size(N)))


@functions("x", "keras.ops: corrcoef")
def corrcoef(x: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Corrcoef, which says the shape of the input."""
    return Shape(shape_of(x))


@with_values("keras.ops: corrcoef")
def corrcoef_of_values(x: Any) -> Shape:
    """A number for each two rows."""
    shape = shape_of(x)
    if len(shape) > 2:
        if len({n for n in shape[:-1] if type(n) is int and n != 1}) < 2:
            raise Lose("JAX refuses more than two axes, TensorFlow those of different sizes")
        raise refuse(f"takes rank 2 at most, rank {len(shape)} is given: {shape}", inputs=(0,))
    return Shape((shape[0], shape[0]) if len(shape) == 2 else ())
