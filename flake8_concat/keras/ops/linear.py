"""Products of matrices and tensors, and the rest of linear algebra."""

from __future__ import annotations

import re
from typing import Any

from flake8_concat.keras.joining import (
    axis_index,
    broadcast_dims,
    broadcast_shapes,
    differ,
    known_dim,
)
from flake8_concat.keras.ops.reading import (
    flag,
    need_rank,
    number,
    operand,
    refuse,
    shape_of,
    size,
    total,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
    product,
)


def _inner(a: Shape, b: Shape, i: int, j: int) -> None:
    """The sizes that are summed over must be equal."""
    if differ(a[i], b[j]):
        raise _differ(a, b, i, j)


def _differ(a: Shape, b: Shape, i: int, j: int, recover: Any = None) -> Refuse:
    details = {} if recover is None else {"recover": recover}
    return refuse(
        f"axis {i} of {a} and axis {j} of {b} must be equal: {a[i]} vs {b[j]}",
        sizes=(a[i], b[j]),
        inputs=(0, 1),
        **details,
    )


def matmul_shape(a: Shape, b: Shape) -> Shape:
    """Mirrors keras.src.ops.operation_utils.compute_matmul_output_shape."""
    if not a or not b:
        raise refuse(f"needs rank 1 or more: {a} and {b}", inputs=(0, 1))
    left = a if len(a) > 1 else Shape((1, *a))
    right = b if len(b) > 1 else Shape((*b, 1))
    if differ(left[-1], right[-2]):
        raise _differ(a, b, -1, -2 if len(b) > 1 else -1)
    dims = list(broadcast_shapes(Shape(left[:-2]), Shape(right[:-2])))
    if len(a) > 1:
        dims.append(left[-2])
    if len(b) > 1:
        dims.append(right[-1])
    return Shape(dims)


@functions("x1, x2", "keras.ops: matmul")
def matmul(x1: Any, x2: Any) -> Shape:
    return matmul_shape(shape_of(x1), shape_of(x2))


def _flipped(x: Shape, yes: bool) -> Shape:
    return Shape((*x[:-2], x[-1], x[-2])) if yes else x


@functions(
    "a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, "
    "a_is_sparse=False, b_is_sparse=False, output_type=None, grad_a=False, grad_b=False, name=None",
    "tf tf.linalg: matmul",
)
def tf_matmul(
    a: Any, b: Any, transpose_a: Any, transpose_b: Any, adjoint_a: Any, adjoint_b: Any
) -> Shape:
    """tf.matmul, which knows no vectors."""
    x, y = shape_of(a), shape_of(b)
    need_rank(x, 2)
    need_rank(y, 2)
    x = _flipped(x, flag(transpose_a) or flag(adjoint_a))
    y = _flipped(y, flag(transpose_b) or flag(adjoint_b))
    return matmul_shape(x, y)


@functions(
    "a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None",
    "tf.linalg: matvec",
)
def matvec(a: Any, b: Any, transpose_a: Any, adjoint_a: Any) -> Shape:
    x, y = shape_of(a), shape_of(b)
    need_rank(x, 2)
    need_rank(y, 1)
    x = _flipped(x, flag(transpose_a) or flag(adjoint_a))
    return Shape(matmul_shape(x, Shape((*y, 1)))[:-1])


@functions("x1, x2", "keras.ops: dot")
def dot(x1: Any, x2: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Dot."""
    a, b = operand(x1), operand(x2)
    if not a or not b:
        return broadcast_shapes(a, b)
    if len(a) == 1 and len(b) == 1:
        return Shape(())
    if len(b) == 1:
        if differ(a[-1], b[0]) or (is_none(a[-1]) != is_none(b[0]) and _told(a[-1], b[0])):
            raise _differ(a, b, -1, 0, Shape(a[:-1]))
        return Shape(a[:-1])
    if differ(a[-1], b[-2]):
        raise _differ(a, b, -1, -2, Shape((*a[:-1], *b[:-2], b[-1])))
    return Shape((*a[:-1], *b[:-2], b[-1]))


def _told(a: Dim, b: Dim) -> bool:
    """Whether both are known for what they are: a number, or None."""
    return all(type(dim) is int or is_none(dim) for dim in (a, b))


@functions("x, y", "keras.backend: dot")
def backend_dot(x: Any, y: Any) -> Shape:
    """Mirrors keras.src.legacy.backend.dot."""
    a, b = shape_of(x), shape_of(y)
    need_rank(a, 2)
    need_rank(b, 2)
    _inner(a, b, -1, -2)
    return Shape((*a[:-1], *b[:-2], b[-1]))


@functions("x, y, axes=None", "keras.backend: batch_dot")
def batch_dot(x: Any, y: Any, axes: Any) -> Shape:
    """Mirrors keras.src.legacy.backend.batch_dot."""
    a, b = shape_of(x), shape_of(y)
    need_rank(a, 2)
    need_rank(b, 2)
    if differ(a[0], b[0]):
        raise _differ(a, b, 0, 0)
    if axes is None:
        axes = (len(a) - 1, len(b) - (1 if len(b) == 2 else 2))
    elif type(axes) is int:
        axes = (axes, axes)
    elif not isinstance(axes, (list, tuple)) or len(axes) != 2:
        raise Lose("`axes` is not known")
    i, j = axis_index(axes[0], len(a)), axis_index(axes[1], len(b))
    if i == 0 or j == 0:
        raise refuse("axis 0, the batch, can't be summed over", inputs=(0, 1))
    if differ(a[i], b[j]):
        raise _differ(a, b, i, j)
    batch = broadcast_dims(a[0], b[0])
    rest = [a[0] if batch is None else batch]
    rest += [dim for k, dim in enumerate(a) if k not in (0, i)]
    rest += [dim for k, dim in enumerate(b) if k not in (0, j)]
    return Shape(rest if len(rest) > 1 else (*rest, 1))


@functions("x1, x2", "keras.ops: inner")
def inner(x1: Any, x2: Any) -> Shape:
    a, b = operand(x1), operand(x2)
    if not a or not b:
        return Shape(a or b)
    _inner(a, b, -1, -1)
    return Shape((*a[:-1], *b[:-1]))


@functions("x1, x2", "keras.ops: outer")
def outer(x1: Any, x2: Any) -> Shape:
    return Shape((total(operand(x1)), total(operand(x2))))


@functions("x1, x2", "keras.ops: kron")
def kron(x1: Any, x2: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Kron, which pairs the axes from the left."""
    return Shape(
        fresh_none() if is_none(a) or is_none(b) else a * b
        for a, b in zip(operand(x1), operand(x2), strict=False)
    )


@functions("x1, x2, axes=2", "keras.ops: tensordot")
def tensordot(x1: Any, x2: Any, axes: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Tensordot, which checks the sizes of named axes only."""
    a, b = operand(x1), operand(x2)
    if isinstance(axes, Valued):
        axes = axes.content
    if type(axes) is int:
        return Shape((*a, *b)) if axes <= 0 else Shape((*a[:-axes], *b[axes:]))
    left, right = _pairs(axes, a, b)
    if len(left) != len(right):
        raise refuse(f"{len(left)} axes to sum over against {len(right)}", inputs=(0, 1))
    return _contracted(a, b, left, right)


def _pairs(axes: Any, a: Shape, b: Shape) -> tuple[list[int], list[int]]:
    if not isinstance(axes, (list, tuple)) or len(axes) != 2:
        raise Lose("`axes` is not known")
    left, right = ([one] if type(one) is int else one for one in axes)
    return (
        [axis_index(number(i, "axes"), len(a)) for i in left],
        [axis_index(number(j, "axes"), len(b)) for j in right],
    )


def _contracted(a: Shape, b: Shape, left: list[int], right: list[int]) -> Shape:
    rest = Shape(
        [dim for i, dim in enumerate(a) if i not in left]
        + [dim for j, dim in enumerate(b) if j not in right]
    )
    for i, j in zip(left, right, strict=True):
        if differ(a[i], b[j]):
            raise _differ(a, b, i, j, rest)
    return rest


@functions("a, b, axes, name=None", "tf tf.linalg: tensordot")
def tf_tensordot(a: Any, b: Any, axes: Any) -> Shape:
    x, y = shape_of(a), shape_of(b)
    if isinstance(axes, Valued):
        axes = axes.content
    if type(axes) is int:
        if axes < 0 or axes > min(len(x), len(y)):
            raise refuse(f"{axes} axes of {x} and {y} can't be summed over", inputs=(0, 1))
        axes = (list(range(len(x) - axes, len(x))), list(range(axes)))
    left, right = _pairs(axes, x, y)
    if len(left) != len(right):
        raise refuse(f"{len(left)} axes to sum over against {len(right)}", inputs=(0, 1))
    rest = Shape(
        [dim for i, dim in enumerate(x) if i not in left]
        + [dim for j, dim in enumerate(y) if j not in right]
    )
    # TensorFlow compares the products, where it knows both shapes.
    summed = product(x[i] for i in left), product(y[j] for j in right)
    if differ(*summed) and all(type(dim) is int for dim in (*x, *y)):
        raise refuse(
            f"axes {left} of {x} and {right} of {y} must be equal: {summed[0]} vs {summed[1]}",
            sizes=summed,
            inputs=(0, 1),
            recover=rest,
        )
    return rest


def _terms(equation: Any, operands: Any) -> tuple[list[str], str | None, list[Shape]]:
    """The terms of an equation, its output if it says one, and the shapes of the operands."""
    if not isinstance(equation, str):
        raise Lose("the equation is not known")
    if len(operands) == 1 and type(operands[0]) in (list, tuple):
        operands = operands[0]
    shapes = [shape_of(x) for x in operands]
    sides = equation.replace(" ", "").split("->")
    if len(sides) > 2:
        raise refuse(f"more than one -> in {equation!r}")
    terms = sides[0].split(",")
    if len(terms) != len(shapes):
        raise refuse(f"{len(terms)} terms in {equation!r} for {len(shapes)} inputs")
    for position, (term, shape) in enumerate(zip(terms, shapes, strict=True)):
        letters = len(term.replace("...", ""))
        if letters > len(shape) if "..." in term else letters != len(shape):
            raise refuse(
                f"{term!r} of {equation!r} has {letters} axes, the input {len(shape)}: {shape}",
                inputs=(position,),
            )
    return terms, sides[1] if len(sides) == 2 else None, shapes


def _named(term: str, shape: Shape) -> tuple[dict[str, Dim], Shape]:
    """What the letters of a term stand for, and what `...` does. The first of equals counts."""
    head, _, tail = term.partition("...")
    end = len(shape) - len(tail)
    found: dict[str, Dim] = {}
    for letter, dim in (
        *zip(head, shape, strict=False),
        *zip(tail, shape[end:], strict=True),
    ):
        found.setdefault(letter, dim)
    return found, Shape(shape[len(head) : end])


@functions("subscripts, *operands, **kwargs", "keras.ops: einsum")
def einsum(subscripts: Any, operands: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Einsum.

    Every operand is laid out as the output says, with 1 for what it has not, and all of them are
    broadcast. Sizes that are summed over are not compared.
    """
    terms, output, shapes = _terms(subscripts, operands)
    if output is None:
        together = "".join(terms).replace("...", "")
        output = "..." + "".join(sorted(c for c in set(together) if together.count(c) == 1))
    head, dots, tail = output.partition("...")
    result = None
    for term, shape in zip(terms, shapes, strict=True):
        found, wild = _named(term, shape)
        middle = wild if dots else Shape(())
        laid = Shape(
            [found.get(c, 1) for c in head] + list(middle) + [found.get(c, 1) for c in tail]
        )
        result = laid if result is None else broadcast_shapes(result, laid)
    assert result is not None  # there is one term at least
    return result


@functions("equation, *inputs, **kwargs", "tf tf.linalg: einsum")
def tf_einsum(equation: Any, operands: Any) -> Shape:
    """tf.einsum: a letter is one size, `...` is broadcast."""
    terms, output, shapes = _terms(equation, operands)
    sizes_of: dict[str, Dim] = {}
    wild = Shape(())
    for position, (term, shape) in enumerate(zip(terms, shapes, strict=True)):
        found, middle = _named(term, shape)
        wild = broadcast_shapes(wild, middle)
        for letter, dim in found.items():
            before = sizes_of.get(letter, dim)
            if differ(before, dim):
                raise refuse(
                    f"{letter!r} of {equation!r} is {before} vs {dim}",
                    sizes=(before, dim),
                    inputs=(position,),
                )
            sizes_of[letter] = known_dim(before, dim)
    if output is None:
        together = "".join(terms).replace("...", "")
        kept = "".join(sorted(c for c in set(together) if together.count(c) == 1))
        output = ("..." if "..." in "".join(terms) else "") + kept
    head, dots, tail = output.partition("...")
    for letter in head + tail:
        if letter not in sizes_of:
            raise refuse(f"{letter!r} of the output is in no input: {equation!r}")
    if not dots and len(wild):
        raise Lose("the equation drops the axes of `...`")
    return Shape([sizes_of[c] for c in head] + list(wild) + [sizes_of[c] for c in tail])


@functions("tensor, pattern, **axes_lengths", "keras.ops: rearrange")
def rearrange(tensor: Any, pattern: Any, **lengths: Any) -> Shape:
    """ "b (h w) c -> b h (w c)". Mirrors keras.src.ops.einops.Rearrange."""
    x = shape_of(tensor)
    if not isinstance(pattern, str):
        raise Lose("the pattern is not known")
    sides = re.split(r"\s*->\s*", pattern)
    if len(sides) != 2:
        raise refuse(f"{pattern!r} needs one ->")
    before, after = (re.findall(r"\w+|\(.*?\)", side) for side in sides)
    found: dict[str, Dim] = {}
    for group, dim in zip(before, x, strict=False):
        if group.startswith("("):
            found.update(_ungrouped(group, dim, lengths))
        else:
            found[group] = dim
    dims: list[Dim] = []
    for group in after:
        names = re.findall(r"\w+", group)
        if any(name not in found for name in names):
            raise refuse(f"{group!r} of {pattern!r} is in no input axis")
        dims.append(product(found[name] for name in names))
    return Shape(dims)


def _ungrouped(group: str, dim: Dim, lengths: dict[str, Any]) -> dict[str, Dim]:
    """The axes that "(h w)" splits one into; one of them may be left open."""
    names = re.findall(r"\w+", group)
    found = {name: size(lengths[name]) for name in names if name in lengths}
    missing = [name for name in names if name not in found]
    if len(missing) > 1:
        raise Lose("more than one length of a group is not given")
    if missing:
        found[missing[0]] = dim // product(found.values())
    return found


# --- linear algebra ---------------------------------------------------------------------------


def _square(x: Any, *, none_too: bool = True) -> Shape:
    """A stack of square matrices. Mirrors keras.src.ops.linalg._assert_square."""
    shape = shape_of(x)
    need_rank(shape, 2)
    if differ(shape[-2], shape[-1]):
        raise refuse(f"needs square matrices: {shape}", inputs=(0,))
    if none_too and is_none(shape[-2]) != is_none(shape[-1]) and _told(shape[-2], shape[-1]):
        raise refuse(f"needs square matrices: {shape}", inputs=(0,))
    return shape


def _least(a: Dim, b: Dim) -> Dim:
    if type(a) is int and type(b) is int:
        return min(a, b)
    if is_none(a) or is_none(b):
        raise refuse("the sizes of the matrices must be known", inputs=(0,))
    return a if a == b else UNKNOWN_SIZE


@functions("x, upper=False", "keras.ops: cholesky cholesky_inverse")
@functions("x", "keras.ops: inv")
@functions("input, name=None", "tf.linalg: cholesky expm logm sqrtm", "tf: matrix_square_root")
@functions("input, adjoint=False, name=None", "tf.linalg: inv", "tf: matrix_inverse")
def square_same(x: Any) -> Shape:
    return Shape(_square(x))


@functions("x", "keras.ops: det")
@functions("input, name=None", "tf.linalg: det", "tf: matrix_determinant")
@functions("matrix, name=None", "tf.linalg: logdet")
def det(x: Any) -> Shape:
    return Shape(_square(x)[:-2])


@functions("x", "keras.ops: logdet")
def logdet(x: Any) -> Shape:
    return Shape(shape_of(x)[:-2])


@functions("x", "keras.ops: slogdet")
def slogdet(x: Any) -> tuple[Shape, Shape]:
    return Shape(()), Shape(shape_of(x)[:-2])


@functions("input, name=None", "tf.linalg: slogdet")
def tf_slogdet(input: Any) -> tuple[Shape, Shape]:
    shape = Shape(_square(input)[:-2])
    return shape, Shape(shape)


@functions("x", "keras.ops: eig eigh")
@functions("tensor, name=None", "tf.linalg: eig eigh", "tf: eig")
def eig(x: Any) -> tuple[Shape, Shape]:
    shape = _square(x)
    return Shape(shape[:-1]), Shape(shape)


@functions("tensor, name=None", "tf.linalg: eigvals eigvalsh")
def eigvals(tensor: Any) -> Shape:
    return Shape(_square(tensor)[:-1])


@functions("x", "keras.ops: lu_factor")
def lu_factor(x: Any) -> tuple[Shape, Shape]:
    shape = shape_of(x)
    need_rank(shape, 2)
    return Shape(shape), Shape((*shape[:-2], _least(shape[-2], shape[-1])))


@functions('x, mode="reduced"', "keras.ops: qr")
def qr(x: Any, mode: Any) -> tuple[Shape, Shape]:
    shape = shape_of(x)
    need_rank(shape, 2)
    m, n, base = shape[-2], shape[-1], shape[:-2]
    k = _least(m, n)
    if mode == "complete":
        return Shape((*base, m, m)), Shape((*base, m, n))
    return Shape((*base, m, k)), Shape((*base, k, n))


@functions("input, full_matrices=False, name=None", "tf.linalg: qr")
def tf_qr(input: Any, full_matrices: Any) -> tuple[Shape, Shape]:
    return qr(input, "complete" if flag(full_matrices) else "reduced")


@functions("x, full_matrices=True, compute_uv=True", "keras.ops: svd")
def svd(x: Any, full_matrices: Any, compute_uv: Any) -> Any:
    shape = shape_of(x)
    need_rank(shape, 2)
    m, n, base = shape[-2], shape[-1], shape[:-2]
    k = _least(m, n)
    s = Shape((*base, k))
    if not flag(compute_uv):
        return s
    if flag(full_matrices):
        return Shape((*base, m, m)), s, Shape((*base, n, n))
    return Shape((*base, m, k)), s, Shape((*base, k, n))


@functions("tensor, full_matrices=False, compute_uv=True, name=None", "tf tf.linalg: svd")
def tf_svd(tensor: Any, full_matrices: Any, compute_uv: Any) -> Any:
    """tf.linalg.svd: s, u and v, where v is not transposed."""
    found = svd(tensor, full_matrices, compute_uv)
    if isinstance(found, Shape):
        return found
    u, s, v = found
    return s, u, Shape((*v[:-2], v[-1], v[-2]))


@functions("a, b", "keras.ops: solve")
@functions("a, b, lower=False", "keras.ops: solve_triangular")
def solve(a: Any, b: Any) -> Shape:
    """Mirrors keras.src.ops.linalg.Solve."""
    left, right = _square(a), shape_of(b)
    need_rank(right, 1)
    if len(left) == len(right) and _unequal(left[-2], right[-2]):
        raise _differ(left, right, -2, -2, Shape(right))
    if len(left) == len(right) - 1 and _unequal(left[-1], right[-1]):
        raise _differ(left, right, -1, -1, Shape(right))
    return Shape(right)


def _unequal(a: Dim, b: Dim) -> bool:
    """Whether Keras' `a != b` holds, for which None differs from a number."""
    return differ(a, b) or (_told(a, b) and is_none(a) != is_none(b))


@functions("matrix, rhs, adjoint=False, name=None", "tf.linalg: solve", "tf: matrix_solve")
@functions("matrix, rhs, lower=True, adjoint=False, name=None", "tf.linalg: triangular_solve")
def tf_solve(matrix: Any, rhs: Any) -> Shape:
    left, right = _square(matrix, none_too=False), shape_of(rhs)
    need_rank(right, 2)
    if differ(left[-2], right[-2]):
        raise _differ(left, right, -2, -2, Shape(right))
    batch = broadcast_shapes(Shape(left[:-2]), Shape(right[:-2]))
    return Shape((*batch, *right[-2:]))


@functions("a, b, rcond=None", "keras.ops: lstsq")
def lstsq(a: Any, b: Any) -> Shape:
    left, right = shape_of(a), shape_of(b)
    need_rank(left, 2, 2)
    need_rank(right, 1, 2)
    if _unequal(left[0], right[0]):
        raise _differ(left, right, 0, 0)
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
    return _flipped(shape, True)


@functions("x, k=0", "keras.ops: diag")
def diag(x: Any, k: Any) -> Shape:
    """A vector on the diagonal, or the diagonal of a matrix. Mirrors keras.src.ops.numpy.Diag."""
    shape = shape_of(x)
    if len(shape) == 1:
        side = shape[0] + abs(number(k, "k"))
        return Shape((side, side))
    if len(shape) == 2:
        return Shape((_diagonal(shape[0], shape[1], number(k, "k")),))
    raise refuse(f"needs rank 1 or 2, has rank {len(shape)}: {shape}", inputs=(0,))


def _diagonal(rows: Dim, columns: Dim, offset: int) -> Dim:
    if type(rows) is int and type(columns) is int:
        remaining = columns - offset if offset > 0 else rows + offset
        return max(0, min(remaining, rows, columns))
    return fresh_none() if is_none(rows) or is_none(columns) else UNKNOWN_SIZE


@functions("x, k=0", "keras.ops: diagflat")
def diagflat(x: Any, k: Any) -> Shape:
    side = total(shape_of(x)) + abs(number(k, "k"))
    return Shape((side, side))


@functions("x, offset=0, axis1=0, axis2=1", "keras.ops: diagonal")
def diagonal(x: Any, offset: Any, axis1: Any, axis2: Any) -> Shape:
    shape = shape_of(x)
    need_rank(shape, 2)
    rest, a, b = _without_two(shape, axis1, axis2)
    return Shape((*rest, _diagonal(shape[a], shape[b], number(offset, "offset"))))


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
@functions('input, diagonal, name="set_diag", k=0, align="RIGHT_LEFT"', "tf.linalg: set_diag")
def matrices(input: Any) -> Shape:
    shape = shape_of(input)
    need_rank(shape, 2)
    return Shape(shape)


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
    if not (_told(a[i], b[j])):
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
    _inner(a, b, -1, -1)
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
