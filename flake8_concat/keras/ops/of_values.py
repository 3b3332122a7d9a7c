"""What functions make of tensors that have values, where that is not what they make of others.

In the body of a layer and for arrays Keras hands its arguments to the backend: some backends take
there what is refused of symbolic tensors, and tell other shapes. Where they differ the answer is
lost.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes, known_dim, stack_shapes
from flake8_concat.keras.ops.arranging import (
    broadcast_to,
    repeat,
    reshape_shape,
    reshaped,
    rot90,
)
from flake8_concat.keras.ops.creation import made
from flake8_concat.keras.ops.elementwise import (
    ARITHMETIC,
    BINARY,
    arithmetic,
    binary,
    fliplr,
    flipud,
    where,
)
from flake8_concat.keras.ops.indexing import nonzero, unique, unravel_index
from flake8_concat.keras.ops.joins import (
    array_split,
    joined,
    meshgrid,
    split_shapes,
    stacked,
    unstack,
)
from flake8_concat.keras.ops.linear import (
    laid_out,
    matmul,
    no_list_of_operands,
    rearranged,
    taken_apart,
    tf_einsum,
)
from flake8_concat.keras.ops.reading import (
    items,
    need_rank,
    number,
    one_axis,
    refuse,
    shape_of,
    sizes,
    tensors,
)
from flake8_concat.keras.ops.reductions import (
    argpartition,
    flat_along,
    reduce_shape,
)
from flake8_concat.keras.ops.signal import extract_sequences
from flake8_concat.keras.ops.table import full_names, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Lose,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
    product,
)


def exactly(x: Shape, rank: int) -> Shape:
    """Refuses any other rank."""
    need_rank(x, rank, rank)
    return x


def lost(rule: Any, *args: Any) -> Any:
    """What the rule says, lost where it refuses: some backends take it."""
    try:
        return rule(*args)
    except Refuse as refused:
        raise Lose(f"some backends refuse it: {refused.mismatch.what}") from refused


def _lose_below(x: Any, least: int) -> None:
    """Loses what has too few axes for a symbolic tensor: some backends take it."""
    if len(shape_of(x)) < least:
        raise Lose("what backends make of a tensor of so few axes differs")


@with_values("keras.ops: concatenate")
def concatenate_values(xs: Any, axis: Any) -> Any:
    """One tensor stays as it is; on some backends whatever the axis."""
    if isinstance(xs, list) and not items(xs):
        raise refuse("there is nothing to join")
    shapes = tensors(xs)
    rank = len(shapes[0])
    outside = type(axis) is not int or not -rank <= axis < rank
    if axis is None or (outside and len(shapes) == 1):
        raise Lose("what backends make of one tensor, or of no axis, differs")
    return joined(xs, shapes, axis, merge=True)


@with_values("keras.ops: full")
def full_of_values(shape: Any, fill_value: Any) -> Shape:
    """What fills it must go into it."""
    return _spread(made(shape), fill_value)


@with_values("keras.ops: full_like")
def full_like_of_values(x: Any, fill_value: Any) -> Shape:
    return _spread(Shape(shape_of(x)), fill_value)


def _spread(shape: Shape, value: Any) -> Shape:
    if isinstance(value, Shape) or _is_list(value):
        broadcast_to_values(shape_of(value), tuple(shape))
    return shape


@with_values("keras.ops: matmul")
def matmul_values(x1: Any, x2: Any) -> Shape:
    """TensorFlow flattens many rows on one matrix, and looks at the sizes no more."""
    a, b = shape_of(x1), shape_of(x2)
    if len(b) == 2 < len(a) and a[-1] != b[-2] and not all(type(n) is int for n in a):
        return Shape((*a[:-1], b[-1]))
    return where_all_is_known(matmul, a, b) if 1 in (len(a), len(b)) else matmul(a, b)


def where_all_is_known(rule: Any, a: Shape, b: Shape, *rest: Any) -> Shape:
    """What the rule says; where a size is None TensorFlow may compare none of them."""
    try:
        result: Shape = rule(a, b, *rest)
    except Refuse as refused:
        if refused.mismatch.sizes and not all(type(n) is int for n in (*a, *b)):
            raise Lose("some backends compare no sizes beside None") from refused
        raise
    return result


@with_values("keras.ops: broadcast_to")
def broadcast_to_values(x: Any, shape: Any) -> Shape:
    """-1 keeps the size on some backends."""
    wanted, given = sizes(shape, scalar=True), shape_of(x)
    if type(shape) is int and len(given) < 2:
        raise Lose("some backends take a number for a shape")
    if len(wanted) < len(given):
        raise refuse(f"{given} has more axes than {Shape(wanted)}", inputs=(0,))
    if any(type(size) is int and size < 0 for size in wanted):
        raise Lose("what a negative size means depends on the backend")
    return broadcast_to(x, wanted)


@with_values("keras.ops: reshape")
def reshape_values(x: Any, newshape: Any) -> Shape:
    """As `reshape`. With the batch among the sizes jax knows what -1 is, TensorFlow does not."""
    if isinstance(newshape, (list, tuple)) and any(size is None for size in newshape):
        raise refuse("a size is None; -1 stands for the one that is not known")
    wanted, given = sizes(newshape, scalar=True), shape_of(x)
    shape = reshape_shape(given, wanted)
    said = sum(map(is_none, wanted))
    if said and said >= sum(map(is_none, given)):  # or another None is in what -1 stands for
        pairs = zip(wanted, shape, strict=True)
        shape = Shape(UNKNOWN_SIZE if was == -1 and is_none(dim) else dim for was, dim in pairs)
    return reshaped(x, shape)


@with_values("keras.ops: repeat")
def repeat_of_values(x: Any, repeats: Any, axis: Any) -> Shape:
    """Nothing repeated no times is nothing, whatever the size."""
    times = sizes(repeats, scalar=True)
    _lose_below(x, 0 if axis is None else 1)
    if any(type(n) is int and n < 0 for n in times):
        raise Lose("what less than no repeats are depends on the backend")
    result = repeat(x, repeats, axis)
    if times != (0,):
        return result
    return result.replace(0 if axis is None else one_axis(axis, len(result)), 0)


@with_values("keras.ops: rot90")
def rot90_of_values(array: Any, k: Any, axes: Any) -> Shape:
    """Turned twice, a tensor has its own shape."""
    turned = rot90(array, k, axes)
    return turned if number(k, "k") % 2 else Shape(shape_of(array))


def _beside_lists(rule: Any) -> Any:
    """The rule for two operands, where a list is the array that it holds."""

    def of_both(x1: Any, x2: Any) -> Any:
        if _is_list(x1) or _is_list(x2):
            return broadcast_shapes(shape_of(x1), shape_of(x2))
        return rule(x1, x2)

    return of_both


def _is_list(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and not isinstance(value, Shape)


def _for_operands(rule: Any, tables: Iterable[Mapping[str, tuple[str, ...]]]) -> None:
    for table in tables:
        for rows in table.values():
            names = [name for name in full_names(rows) if name.startswith("keras.ops.")]
            if names:
                with_values("keras.ops: " + " ".join(n.rpartition(".")[2] for n in names))(
                    _beside_lists(rule)
                )


_for_operands(binary, [BINARY])
for _compute, _rows in ARITHMETIC.items():
    _for_operands(arithmetic(_compute), [_rows])


# Mirrors keras.src.backend.tensorflow.numpy.einsum: equations that it calls tf.matmul for.
AS_PRODUCTS = frozenset(
    {
        *("a,b->ab", "ab,b->a", "ab,bc->ac", "ab,cb->ac", "abc,cd->abd", "abc,dc->abd"),
        *("abcd,abde->abce", "abcd,abed->abce", "abcd,acbe->adbe", "abcd,adbe->acbe"),
        *("abcd,aecd->acbe", "abcd,aecd->aceb"),
    }
)


def _normal(equation: str) -> str:
    """The equation with its letters in the order of the alphabet."""
    letters: dict[str, str] = {}
    for letter in equation:
        if letter.isalpha():
            letters.setdefault(letter, chr(ord("a") + len(letters)))
    return "".join(letters.get(c, c) for c in equation.replace(" ", ""))


@with_values("keras.ops: einsum")
def einsum_values(subscripts: Any, operands: Any) -> Shape:
    """A letter is one size, everywhere; a number tells more than None."""
    no_list_of_operands(subscripts, operands)
    given = operands
    if len(given) == 1 and _is_list(given[0]):
        given = given[0]
    terms = subscripts.replace(" ", "").split("->")[0] if isinstance(subscripts, str) else "..."
    if "." in terms or len(terms.split(",")) != len(given):
        return laid_out(subscripts, operands)
    if any(len(t) != len(shape_of(x)) for t, x in zip(terms.split(","), given, strict=True)):
        if _normal(subscripts) in AS_PRODUCTS:
            raise Lose("TensorFlow multiplies matrices here, of any rank")
        return tf_einsum(subscripts, operands)
    pairs = zip(terms.split(","), map(shape_of, given), strict=True)
    found: dict[str, Any] = {}
    for term, shape in pairs:
        for letter, dim in zip(term, shape, strict=False):
            before = found.setdefault(letter, dim)
            if 1 in (before, dim) and before is not dim and before != dim:
                raise Lose("some backends broadcast the sizes of a letter")
            found[letter] = known_dim(before, dim)
    if any(len(set(term)) < len(term) for term in terms.split(",")):
        letters = (Shape(found[c] for c in term) for term in terms.split(","))
        return tf_einsum(subscripts, tuple(letters))
    return tf_einsum(subscripts, operands)


@with_values("keras.ops: where")
def where_values(condition: Any, x1: Any, x2: Any) -> Any:
    """Alone, the condition gives the positions where it holds."""
    if x1 is None and x2 is None:
        return nonzero(condition)
    return where(*[shape_of(x) if _is_list(x) else x for x in (condition, x1, x2)])


@with_values("keras.ops: argpartition")
def argpartition_values(x: Any, kth: Any, axis: Any) -> Shape:
    """TensorFlow takes a tensor for the position, and forgets the size."""
    shape = shape_of(x)
    if axis is not None:
        one_axis(axis, len(shape))
    if isinstance(kth, (list, tuple, str)):
        raise Lose("some backends take other positions than a number")
    result = argpartition(shape, 0 if isinstance(kth, Shape) else kth, axis)
    if isinstance(kth, Shape):
        return result.replace(0 if axis is None else one_axis(axis, len(result)), fresh_none())
    return result


@with_values("keras.ops: argmax argmin nanargmax nanargmin")
def position_of_values(x: Any, axis: Any, keepdims: Any) -> Shape:
    if isinstance(axis, (list, tuple)):
        raise refuse(f"`axis` must be one number, is {axis}")
    return reduce_shape(x, axis, keepdims)


@with_values("keras.ops: cumsum cumprod")
def cumulated_values(x: Any, axis: Any) -> Shape:
    """TensorFlow looks at the axis when the model runs."""
    shape = shape_of(x)
    return flat_along(shape, axis) if axis is None else Shape(shape)


@with_values("keras.ops: roll")
def roll_values(x: Any, shift: Any, axis: Any) -> Shape:
    one_step_for_each(shift, axis)
    return Shape(shape_of(x))


def one_step_for_each(shift: Any, axis: Any) -> None:
    """Refuses several steps for another number of axes."""
    several = (list, tuple)
    if isinstance(shift, several) and isinstance(axis, several):
        if len(items(shift)) != len(items(axis)) and 1 not in (len(shift), len(axis)):
            raise refuse(f"{len(shift)} steps for {len(axis)} axes")


@with_values("keras.ops: rearrange")
def rearrange_values(tensor: Any, pattern: Any, **lengths: Any) -> Shape:
    """Sizes may be unknown. The axes are as many elements as there are."""
    x = shape_of(tensor)
    result = rearranged(x, pattern, lengths)
    axes = taken_apart(x, pattern, lengths)[1].values()
    if all(type(n) is int for n in (*x, *axes)) and product(axes) != product(x):
        raise refuse(f"{product(axes)} elements in {pattern!r}, {product(x)} in {x}", inputs=(0,))
    return result


@with_values("keras.ops: array_split")
def array_split_values(x: Any, indices_or_sections: Any, axis: Any) -> Any:
    """An axis of unknown length is split in the number of parts that its length says."""
    shape = shape_of(x)
    if isinstance(indices_or_sections, (list, tuple)):
        raise refuse(f"`indices_or_sections` must be a number, is {indices_or_sections}")
    if type(axis) is int and -len(shape) <= axis < len(shape) and is_none(shape[axis]):
        raise Lose("how long the axis is is not known")
    return array_split(x, indices_or_sections, axis)


@with_values("keras.ops: unravel_index")
def unravel_index_values(indices: Any, shape: Any) -> Any:
    if not sizes(shape):
        raise Lose("there is no index in no axes")
    return unravel_index(indices, shape)


@with_values("keras.ops: fliplr")
def fliplr_values(x: Any) -> Shape:
    _lose_below(x, 1)
    return fliplr(x)


@with_values("keras.ops: flipud")
def flipud_values(x: Any) -> Shape:
    _lose_below(x, 1)
    return flipud(x)


@with_values("keras.ops: argsort")
def argsort_values(x: Any, axis: Any) -> Shape:
    _lose_below(x, 1)
    return flat_along(x, axis)


@with_values("keras.ops: vsplit")
def vsplit_values(x: Any, indices_or_sections: Any) -> Any:
    """Along the only axis, if there is one."""
    _lose_below(x, 1)
    return split_shapes(shape_of(x), indices_or_sections, 0)


@with_values("keras.ops: meshgrid")
def meshgrid_values(x: Any, indexing: Any) -> list[Shape]:
    """One tensor, or none, is taken as well."""
    return meshgrid(x, "ij" if len(x) < 2 else indexing)


@with_values("keras.ops: extract_sequences")
def extract_sequences_values(x: Any, sequence_length: Any, sequence_stride: Any) -> Shape:
    """None where the sequence is too short."""
    if sequence_stride == 0:
        raise Lose("what a stride of 0 gives depends on the backend")
    shape = extract_sequences(x, sequence_length, sequence_stride)
    count = shape[-2]
    return shape.replace(-2, max(count, 0) if type(count) is int else count)


@with_values("keras.ops: clip threshold")
def between_values(x: Any, low: Any, high: Any) -> Shape:
    """The limits stretch the tensor, too."""
    return broadcast_shapes(broadcast_shapes(shape_of(x), shape_of(low)), shape_of(high))


@with_values("keras.ops: squareplus")
def squareplus_values(x: Any, b: Any) -> Shape:
    return broadcast_shapes(shape_of(x), shape_of(b))


# -- joins, and what takes apart --------------------------------------------------------------
@with_values("keras.ops: stack")
def stack_of_values(x: Any, axis: Any) -> Shape:
    """One tensor with values is a list of its rows to some backends, not to all."""
    if not isinstance(x, Shape):
        return stacked(x, axis, merge=True)
    if not x or is_none(x[0]):
        what = "how many rows there are must be known" if x else "a number has no rows"
        raise refuse(f"{what}: {x}", inputs=(0,))
    if type(x[0]) is not int or not 0 < x[0] <= MAX_ROWS:
        raise Lose("how many rows there are is not known")
    return stack_shapes([Shape(x[1:])] * x[0], number(axis, "axis"))


MAX_ROWS = 10_000


@with_values("keras.ops: unstack")
def unstack_on_values(x: Any, num: Any, axis: Any) -> list[Any]:
    """TensorFlow takes no axis for the first; another number than the size only JAX."""
    if axis is None:
        raise Lose("what backends make of no axis differs")
    shape = shape_of(x)
    known = type(shape[one_axis(axis, len(shape))]) is int
    return unstack(x, None if known else num, axis)


@with_values("keras.ops: unique")
def unique_of_values(
    x: Any, ordered: Any, index: Any, inverse: Any, counts: Any, axis: Any, size: Any
) -> Any:
    """Along an axis TensorFlow forgets the other sizes."""
    if size is None and axis is None and isinstance(x, Valued) and len(x) == 1:
        if isinstance(x.content, tuple) and all(type(n) in (int, float) for n in x.content):
            size = len({*x.content})
    found = unique(x, ordered, index, inverse, counts, axis, size)
    if axis is None:
        return found
    values, *more = found if isinstance(found, tuple) else (found,)
    at = axis % len(values)
    values = Shape(dim if i == at else fresh_none() for i, dim in enumerate(values))
    return (values, *more) if more else values


@with_values("keras.ops: add")
def add_values(x1: Any, x2: Any) -> Any:
    """TensorFlow takes a vector for a bias, whose axis may be the second."""
    if isinstance(x1, Shape) and len(x1) > 2:
        vector = [dim for dim in shape_of(x2) if dim != 1]
        if len(vector) == 1 and vector[0] == x1[1] != x1[-1]:
            raise Lose("some backends take it for a bias of the second axis")
    return arithmetic(operator.add)(x1, x2)
