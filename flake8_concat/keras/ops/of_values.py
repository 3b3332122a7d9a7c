"""What functions make of tensors that have values, where that is not what they make of others.

In the body of a layer and for arrays Keras hands its arguments to the backend: some backends take
there what is refused of symbolic tensors, and tell other shapes. Where they differ the answer is
lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from flake8_concat.keras.joining import broadcast_shapes, known_dim, stack_shapes
from flake8_concat.keras.ops.arranging import broadcast_to
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
    unstack_values,
)
from flake8_concat.keras.ops.linear import einsum, matmul, rearranged, tf_einsum
from flake8_concat.keras.ops.reading import axes as one_or_more
from flake8_concat.keras.ops.reading import items, number, refuse, shape_of, sizes, tensors
from flake8_concat.keras.ops.reductions import (
    argpartition,
    flat_along,
    quantile,
    reduce_shape,
)
from flake8_concat.keras.ops.signal import extract_sequences
from flake8_concat.keras.ops.table import full_names, with_values
from flake8_concat.shapes import Lose, Shape, fresh_none, is_none


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


@with_values("keras.ops: matmul")
def matmul_values(x1: Any, x2: Any) -> Shape:
    """TensorFlow flattens many rows on one matrix, and looks at the sizes no more."""
    a, b = shape_of(x1), shape_of(x2)
    if len(b) == 2 < len(a) and a[-1] != b[-2]:
        raise Lose("some backends don't compare the sizes of many rows and one matrix")
    return matmul(a, b)


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


@with_values("keras.ops: einsum")
def einsum_values(subscripts: Any, operands: Any) -> Shape:
    """A letter is one size, everywhere; a number tells more than None."""
    given = operands
    if len(given) == 1 and _is_list(given[0]):
        given = given[0]
    terms = subscripts.replace(" ", "").split("->")[0] if isinstance(subscripts, str) else "..."
    if "." in terms or len(terms.split(",")) != len(given):
        return einsum(subscripts, operands)
    pairs = zip(terms.split(","), map(shape_of, given), strict=True)
    found: dict[str, Any] = {}
    for term, shape in pairs:
        for letter, size in zip(term, shape, strict=False):
            before = found.setdefault(letter, size)
            if 1 in (before, size) and before is not size and before != size:
                raise Lose("some backends broadcast the sizes of a letter")
            found[letter] = known_dim(before, size)
    if any(len(set(term)) < len(term) for term in terms.split(",")):
        letters = (Shape(found[c] for c in term) for term in terms.split(","))
        return tf_einsum(subscripts, tuple(letters))
    return tf_einsum(subscripts, operands)


@with_values("keras.ops: where")
def where_values(condition: Any, x1: Any, x2: Any) -> Any:
    """Alone, the condition gives the positions where it holds."""
    return nonzero(condition) if x1 is None and x2 is None else where(condition, x1, x2)


@with_values("keras.ops: argpartition")
def argpartition_values(x: Any, kth: Any, axis: Any) -> Shape:
    """How many there are below a position that is a tensor, nobody knows."""
    if isinstance(kth, Shape):
        raise Lose("the position is a tensor")
    return argpartition(x, kth, axis)


@with_values("keras.ops: rearrange")
def rearrange_values(tensor: Any, pattern: Any, **lengths: Any) -> Shape:
    """Sizes may be unknown."""
    return rearranged(shape_of(tensor), pattern, lengths)


@with_values("keras.ops: array_split")
def array_split_values(x: Any, indices_or_sections: Any, axis: Any) -> Any:
    """An axis of unknown length is split in the number of parts that its length says."""
    shape = shape_of(x)
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
    """TensorFlow takes no axis for the first."""
    if axis is None:
        raise Lose("what backends make of no axis differs")
    return unstack_values(x, num, axis)


@with_values("keras.ops: unique")
def unique_of_values(
    x: Any, ordered: Any, index: Any, inverse: Any, counts: Any, axis: Any, size: Any
) -> Any:
    """Along an axis TensorFlow forgets the other sizes."""
    found = unique(x, ordered, index, inverse, counts, axis, size)
    if axis is None:
        return found
    values, *more = found if isinstance(found, tuple) else (found,)
    at = axis % len(values)
    values = Shape(dim if i == at else fresh_none() for i, dim in enumerate(values))
    return (values, *more) if more else values


# -- reductions -------------------------------------------------------------------------------
@with_values("keras.ops: moments")
def moments_of_values(x: Any, axes: Any, keepdims: Any) -> tuple[Shape, Shape]:
    """An axis given twice counts once, where it is taken."""
    shape = reduce_shape(shape_of(x), sorted({*one_or_more(axes, len(shape_of(x)))}), keepdims)
    return shape, Shape(shape)


@with_values("keras.ops: quantile nanquantile")
def quantile_of_values(x: Any, q: Any, axis: Any, method: Any, keepdims: Any) -> Shape:
    """TensorFlow takes whole numbers, and forgets sizes."""
    if type(q) is int:
        raise Lose("some backends take no whole number")
    result: Shape = quantile(x, q, axis, method, keepdims)
    return result
