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
    with_ones,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    Dim,
    Lose,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
    product,
)


def inner_sizes(a: Shape, b: Shape, i: int, j: int) -> None:
    """The sizes that are summed over must be equal."""
    if differ(a[i], b[j]):
        raise differing(a, b, i, j)


def differing(a: Shape, b: Shape, i: int, j: int, recover: Any = None) -> Refuse:
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
        raise differing(a, b, -1, -2 if len(b) > 1 else -1)
    dims = list(broadcast_shapes(Shape(left[:-2]), Shape(right[:-2])))
    if len(a) > 1:
        dims.append(left[-2])
    if len(b) > 1:
        dims.append(right[-1])
    return Shape(dims)


@functions("x1, x2", "keras.ops: matmul")
def matmul(x1: Any, x2: Any) -> Shape:
    return matmul_shape(shape_of(x1), shape_of(x2))


def flipped(x: Shape, yes: bool) -> Shape:
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
    x = flipped(x, flag(transpose_a) or flag(adjoint_a))
    y = flipped(y, flag(transpose_b) or flag(adjoint_b))
    return matmul_shape(x, y)


@functions(
    "a, b, transpose_a=False, adjoint_a=False, a_is_sparse=False, b_is_sparse=False, name=None",
    "tf.linalg: matvec",
)
def matvec(a: Any, b: Any, transpose_a: Any, adjoint_a: Any) -> Shape:
    x, y = shape_of(a), shape_of(b)
    need_rank(x, 2)
    need_rank(y, 1)
    x = flipped(x, flag(transpose_a) or flag(adjoint_a))
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
        if differ(a[-1], b[0]) or (is_none(a[-1]) != is_none(b[0]) and told(a[-1], b[0])):
            raise differing(a, b, -1, 0, Shape(a[:-1]))
        return Shape(a[:-1])
    if differ(a[-1], b[-2]):
        raise differing(a, b, -1, -2, Shape((*a[:-1], *b[:-2], b[-1])))
    return Shape((*a[:-1], *b[:-2], b[-1]))


def told(a: Dim, b: Dim) -> bool:
    """Whether both are known for what they are: a number, or None."""
    return all(type(dim) is int or is_none(dim) for dim in (a, b))


@functions("x, y", "keras.backend: dot")
def backend_dot(x: Any, y: Any) -> Shape:
    """Mirrors keras.src.legacy.backend.dot."""
    a, b = shape_of(x), shape_of(y)
    need_rank(a, 2)
    need_rank(b, 2)
    inner_sizes(a, b, -1, -2)
    return Shape((*a[:-1], *b[:-2], b[-1]))


@functions("x, y, axes=None", "keras.backend: batch_dot")
def batch_dot(x: Any, y: Any, axes: Any) -> Shape:
    """Mirrors keras.src.legacy.backend.batch_dot."""
    a, b = shape_of(x), shape_of(y)
    need_rank(a, 2)
    need_rank(b, 2)
    if differ(a[0], b[0]):
        raise differing(a, b, 0, 0)
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
        raise differing(a, b, i, j)
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
    inner_sizes(a, b, -1, -1)
    return Shape((*a[:-1], *b[:-1]))


@with_values("keras.ops: inner")
def inner_in_layer(x1: Any, x2: Any) -> Shape:
    """In a graph TensorFlow knows no shape of it, not even the rank. It takes one for any size."""
    a, b = operand(x1), operand(x2)
    if a and b and a[-1] != b[-1] and 1 in (a[-1], b[-1]):
        raise Lose("some backends stretch the size that is summed over")
    result = inner(x1, x2)
    if any(type(size) is not int for size in result):
        raise Lose("an inner product in a graph")
    return result


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


@with_values("keras.ops: kron")
def kron_of_values(x1: Any, x2: Any) -> Shape:
    """The product itself, for which the shorter shape gets ones before it."""
    a, b = operand(x1), operand(x2)
    rank = max(len(a), len(b))
    return kron(Shape(with_ones(a, rank)), Shape(with_ones(b, rank)))


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
    result = _contracted(a, b, left, right)
    if any(type(side) is int for side in axes):
        lists = ", ".join(str([*side]) for side in (left, right))
        what = "`axes` must be a number or two lists, is two numbers"
        raise refuse(what, inputs=(0, 1), recover=result, remedy=f"({lists}) are two lists")
    return result


def _pairs(axes: Any, a: Shape, b: Shape) -> tuple[list[int], list[int]]:
    if not isinstance(axes, (list, tuple)) or isinstance(axes, Shape):
        raise Lose("`axes` is not known")
    if len(axes) != 2:
        raise refuse(f"`axes` must be a number or two lists, is {axes}", inputs=(0, 1))
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
            raise differing(a, b, i, j, rest)
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
    if len(set(left)) != len(left) or len(set(right)) != len(right):
        raise refuse("an axis is given twice", inputs=(0, 1))
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


def _terms(
    equation: Any, operands: Any, *, exact: bool = True
) -> tuple[list[str], str | None, list[Shape]]:
    """The terms of an equation, its output if it says one, and the shapes of the operands.

    Without `exact` the letters before and after `...` may stand for the same axes.
    """
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
        ends = term.split("...")
        letters = len("".join(ends)) if exact else max(map(len, ends))
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


def no_list_of_operands(subscripts: Any, operands: Any) -> None:
    """Refuses the operands in a list, which is one array to Keras, where there are several."""
    if len(operands) == 1 and type(operands[0]) in (list, tuple) and isinstance(subscripts, str):
        if "," in subscripts.partition("->")[0]:
            raise refuse("the operands are given one by one, not in a list")


@functions("subscripts, *operands, **kwargs", "keras.ops: einsum")
def einsum(subscripts: Any, operands: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Einsum.

    Every operand is laid out as the output says, with 1 for what it has not, and all of them are
    broadcast. Sizes that are summed over are not compared.
    """
    return laid_out(subscripts, operands, small=True)


def laid_out(subscripts: Any, operands: Any, *, small: bool = False) -> Shape:
    """As `einsum`; with `small`, where an operand lacks a letter, a small one alone is a 1."""
    if isinstance(subscripts, Shape):
        raise refuse("the equation must come first")
    no_list_of_operands(subscripts, operands)
    terms, output, shapes = _terms(subscripts, operands, exact=False)
    if output is None:
        together = "".join(terms).replace("...", "")
        output = "..." + "".join(sorted(c for c in set(together) if together.count(c) == 1))
    head, dots, tail = output.partition("...")
    result = Shape(())
    for term, shape in zip(terms, shapes, strict=True):
        found, wild = _named(term, shape)
        lacking = next((c for c in head + tail if c.isupper() and c not in found), None)
        if small and lacking is not None:
            raise _of_capitals(lacking, term, subscripts)
        middle = wild if dots else Shape(())
        laid = Shape(
            [found.get(c, 1) for c in head] + list(middle) + [found.get(c, 1) for c in tail]
        )
        result = broadcast_shapes(result, laid)
    return result


def _of_capitals(letter: str, term: str, equation: str) -> Refuse:
    """Of a letter that an operand has not Keras makes a 1 only if it is a small one."""
    what = f"the capital {letter!r} is not in {term!r}, and Keras finds no size for it"
    small = equation.lower()
    same = len({*equation} - {*"-> ,."}) == len({*small} - {*"-> ,."})
    return refuse(what, remedy=f"small letters are taken: {small!r}" if same else None)


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
    """Mirrors keras.src.ops.einops.Rearrange, which multiplies all sizes."""
    x = shape_of(tensor)
    if any(is_none(dim) for dim in x):
        raise refuse(f"all sizes must be known: {x}", inputs=(0,))
    return rearranged(x, pattern, lengths)


def rearranged(x: Shape, pattern: Any, lengths: dict[str, Any]) -> Shape:
    """The shape that a pattern makes of another: "b (h w) c -> b h (w c)"."""
    if not isinstance(pattern, str):
        raise Lose("the pattern is not known")
    after, found = taken_apart(x, pattern, lengths)
    dims: list[Dim] = []
    for group in after:
        names = re.findall(r"\w+", group)
        if any(name not in found for name in names):
            raise refuse(f"{group!r} of {pattern!r} is in no input axis")
        dims.append(product(found[name] for name in names))
    return Shape(dims)


def taken_apart(
    x: Shape, pattern: str, lengths: dict[str, Any]
) -> tuple[list[str], dict[str, Dim]]:
    """The groups on the right of a pattern, and how long its axes are."""
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
    return after, found


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
