"""Functions that join tensors and take them apart again."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from flake8_concat.keras.joining import concatenate_shapes, differ, join_conditions, stack_shapes
from flake8_concat.keras.ops.reading import (
    NoContent,
    content,
    items,
    known,
    need_rank,
    number,
    one_axis,
    refuse,
    refuse_none,
    shape_of,
    size,
    sizes,
    tensors,
    total,
    with_ones,
)
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Known,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Valued,
    fresh_none,
    is_none,
)

MAX_PARTS = 10_000  # tensors that one call gives
MAX_SIZES = 200_000  # of all of them together


def _list(xs: Any) -> list[Shape]:
    """The tensors to join. One tensor in the place of the list is refused."""
    if isinstance(xs, Shape) and not isinstance(xs, Valued):
        raise Refuse(
            Refusal.NOT_A_LIST,
            f"expects a list of tensors, received one: {xs}",
            inputs=(0,),
            recover=Shape(xs),
        )
    return tensors(xs)


@functions("xs, axis=0", "keras.ops: concatenate")
def concatenate(xs: Any, axis: Any) -> Any:
    """Mirrors keras.src.ops.numpy.Concatenate."""
    return joined(xs, _list(xs), axis, merge=False)


@functions('values, axis, name="concat"', "tf: concat")
def tf_concat(values: Any, axis: Any) -> Any:
    """tf.concat: a number in any input replaces None. One tensor stays as it is."""
    if isinstance(values, Shape):
        return Shape(values)
    shapes = tensors(values)
    if len(shapes) == 1:  # TensorFlow does not look at the axis then
        return Shape(shapes[0])
    return joined(values, shapes, axis, merge=True)


@functions("tensors, axis=-1", "keras.backend: concatenate")
def backend_concatenate(tensors: Any, axis: Any) -> Any:
    """Mirrors keras.src.legacy.backend.concatenate, which takes a negative axis modulo the rank."""
    if not isinstance(tensors, Shape) and isinstance(tensors, (list, tuple)) and tensors:
        rank, at = len(shape_of(items(tensors)[0])), number(axis, "axis")
        axis = at if at >= 0 else at % rank if rank else 0
    return tf_concat(tensors, axis)


def joined(values: Any, shapes: list[Shape], axis: Any, *, merge: bool) -> Any:
    """Tensors along an axis. With `merge` a number in any of them replaces None elsewhere."""
    at = number(axis, "axis")
    result = concatenate_shapes(shapes, at, merge=merge)
    conditions = join_conditions(shapes, at % len(result))
    if len(result) == 1:
        result = known(result, lambda: _chain(values))
    return Known(result, conditions) if conditions else result


def _chain(values: Any) -> tuple[Any, ...]:
    parts = [content(value) for value in values]
    if not all(isinstance(part, tuple) for part in parts):
        raise NoContent
    return tuple(item for part in parts for item in part)


@functions("x, axis=0", "keras.ops: stack")
def stack(x: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Stack."""
    return stacked(x, axis, merge=False)


def stacked(x: Any, axis: Any, *, merge: bool) -> Shape:
    """Tensors on a new axis. With `merge` a number in any of them replaces None elsewhere."""
    if type(x) in (list, tuple) and not x:
        raise refuse("there is nothing to stack")
    return _stacked(x, _list(x), axis, merge=merge)


@functions("x, axis=0", "keras.backend: stack")
@functions('values, axis=0, name="stack"', "tf: stack")
def tf_stack(values: Any, axis: Any) -> Shape:
    """tf.stack: one tensor stays as it is; along another axis only eager execution takes it."""
    if isinstance(values, Shape):
        if number(axis, "axis") != 0:
            raise Lose("one tensor in place of a list")
        return Shape(values)
    return _stacked(values, tensors(values), axis, merge=True)


def _stacked(values: Any, shapes: list[Shape], axis: Any, *, merge: bool) -> Shape:
    result = stack_shapes(shapes, number(axis, "axis"), merge=merge)
    if len(result) == 1:
        return known(result, lambda: tuple(content(value) for value in values))
    return result


def _of_rank(xs: Any, raised: Callable[[Shape], Shape], axis: int, *, merge: bool = False) -> Shape:
    """Joined along `axis` after every tensor got the rank that it takes."""
    shapes = [raised(shape) for shape in _list(xs)]
    if axis >= len(shapes[0]):
        raise refuse(f"needs rank {axis + 1} or more: {shapes[0]}", inputs=(0,))
    return concatenate_shapes(shapes, axis, merge=merge)


@functions("xs", "keras.ops: hstack")
def hstack(xs: Any) -> Shape:
    return _of_rank(xs, Shape, 1)


@with_values("keras.ops: hstack")
def hstack_of_values(xs: Any) -> Shape:
    """Here vectors are joined at their ends."""
    xs = _no_array(xs)
    rank = len(_list(xs)[0])
    return _of_rank(
        xs, lambda shape: Shape(with_ones(shape, 1)), min(max(rank - 1, 0), 1), merge=True
    )


@functions("xs", "keras.ops: vstack")
def vstack(xs: Any) -> Shape:
    return _of_rank(xs, Shape, 0)


@with_values("keras.ops: vstack")
def vstack_of_values(xs: Any) -> Shape:
    """Vectors are rows to some backends, to others they are joined at their ends."""
    if any(len(shape) < 2 for shape in tensors(_no_array(xs))):
        raise Lose("what backends make of vectors differs")
    return _of_rank(xs, Shape, 0, merge=True)


@functions("xs", "keras.ops: dstack")
def dstack(xs: Any) -> Shape:
    return _of_rank(xs, _deep, 2)


@with_values("keras.ops: dstack")
def dstack_of_values(xs: Any) -> Shape:
    """An array is the list of its rows."""
    if isinstance(xs, Shape) and xs:
        return _of_rank([Shape(xs[1:])], _deep, 2).replace(2, xs[0] * (_deep(Shape(xs[1:]))[2]))
    return _of_rank(xs, _deep, 2, merge=True)


def _no_array(xs: Any) -> Any:
    """Loses an array, which is the list of its rows to some backends and one tensor to others."""
    if isinstance(xs, Shape) and xs:
        raise Lose("what backends make of one array differs")
    return xs


def _deep(shape: Shape) -> Shape:
    """Mirrors keras.src.ops.numpy.Dstack."""
    if len(shape) < 2:
        return Shape((1, *(shape or (1,)), 1))
    return Shape((*shape, 1)) if len(shape) == 2 else shape


@functions("x1, x2, axis=None", "keras.ops: append")
def append(x1: Any, x2: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Append, which cannot add to None."""
    a, b = shape_of(x1), shape_of(x2)
    if axis is None:
        parts = total(a), total(b)
        return Shape((fresh_none(),)) if any(map(is_none, parts)) else Shape((parts[0] + parts[1],))
    result = concatenate_shapes([a, b], axis)
    at = axis % len(a)
    if is_none(a[at]) or is_none(b[at]):
        raise refuse_none(
            f"axis {at} has no known size: {a} and {b}",
            axis=at,
            sizes=(a[at], b[at]),
            inputs=(0, 1),
            recover=result,
        )
    return result


def split_shapes(x: Shape, parts: Any, axis: int) -> list[Shape]:
    """Mirrors keras.src.ops.numpy._compute_split_output_spec."""
    dim = x[axis]
    if isinstance(parts, Valued):
        parts = parts.content
    if type(parts) is int:
        if not parts and not is_none(dim):
            raise refuse("can't be split into 0 parts", axis=axis, inputs=(0,))
        if parts < 0:
            _part(x, dim, parts, axis)
        return [x.replace(axis, _part(x, dim, parts, axis)) for _ in _range(parts, len(x))]
    if not isinstance(parts, (list, tuple)) or isinstance(parts, Shape):
        raise Lose("how many parts is not known")
    bounds: list[Dim] = [0, *(size(item) for item in items(parts)), dim]
    shapes = []
    for start, end in pairwise(bounds):
        length = end - start
        if is_none(end) or is_none(start):
            length = length if is_none(length) else fresh_none()
        shapes.append(x.replace(axis, length))
    return shapes


def _part(x: Shape, dim: Dim, parts: int, axis: int) -> Dim:
    if type(dim) is int and dim % parts:
        raise refuse(
            f"axis {axis} is {dim}, not divisible by {parts}: {x}",
            axis=axis,
            sizes=(dim,),
            inputs=(0,),
            recover=[x.replace(axis, UNKNOWN_SIZE) for _ in range(min(parts, MAX_PARTS))],
        )
    return dim // parts


def _range(parts: int, rank: int) -> range:
    """The numbers of so many parts. Raises Lose."""
    if parts > MAX_PARTS or parts * rank > MAX_SIZES:
        raise Lose("there are more parts than are followed")
    return range(parts)


@functions("x, indices_or_sections, axis=0", "keras.ops: split")
def split(x: Any, indices_or_sections: Any, axis: Any) -> list[Shape]:
    x = shape_of(x)
    return split_shapes(x, indices_or_sections, one_axis(axis, len(x)))


@functions("x, indices_or_sections", "keras.ops: hsplit")
def hsplit(x: Any, indices_or_sections: Any) -> list[Shape]:
    x = shape_of(x)
    need_rank(x, 1)
    return split_shapes(x, indices_or_sections, 0 if len(x) == 1 else 1)


@functions("x, indices_or_sections", "keras.ops: vsplit")
def vsplit(x: Any, indices_or_sections: Any) -> list[Shape]:
    x = shape_of(x)
    need_rank(x, 2)
    return split_shapes(x, indices_or_sections, 0)


@functions("x, indices_or_sections", "keras.ops: dsplit")
def dsplit(x: Any, indices_or_sections: Any) -> list[Shape]:
    x = shape_of(x)
    need_rank(x, 3)
    return split_shapes(x, indices_or_sections, 2)


@functions("x, indices_or_sections, axis=0", "keras.ops: array_split")
def array_split(x: Any, indices_or_sections: Any, axis: Any) -> Any:
    """As even as can be, the first parts one longer. Mirrors keras.src.ops.numpy.ArraySplit."""
    x = shape_of(x)
    at, parts = number(axis, "axis"), indices_or_sections
    at += len(x) if at < 0 else 0
    if not -len(x) <= at < len(x):  # Keras adds the rank once and lets Python do the rest
        raise refuse(f"axis {axis} is out of range for rank {len(x)}", axis=at, inputs=(0,))
    if isinstance(parts, (list, tuple)) and not isinstance(parts, Shape):
        raise refuse("the number of parts must be an integer", inputs=(0,))
    if type(parts) is not int:
        return split_shapes(x, parts, at)
    if parts <= 0:
        raise refuse(f"can't be split into {parts} parts", axis=at, inputs=(0,))
    dim = x[at]
    if is_none(dim):
        return tuple(x.replace(at, fresh_none()) for _ in _range(parts, len(x)))
    if type(dim) is not int:
        return [x.replace(at, (dim + parts - 1 - i) // parts) for i in _range(parts, len(x))]
    return [x.replace(at, dim // parts + (i < dim % parts)) for i in _range(parts, len(x))]


@functions('value, num_or_size_splits, axis=0, num=None, name="split"', "tf: split")
def tf_split(value: Any, num_or_size_splits: Any, axis: Any) -> list[Any]:
    """tf.split: a number of equal parts, or the size of each."""
    x, parts = shape_of(value), num_or_size_splits
    at = one_axis(axis, len(x))
    if isinstance(parts, Valued):
        parts = parts.content
    if type(parts) is int:
        return _with_parts(value, split_shapes(x, parts, at))
    if not isinstance(parts, (list, tuple)):
        raise Lose("how many parts is not known")
    lengths = list(sizes(parts))
    rest = [i for i, n in enumerate(lengths) if type(n) is int and n == -1]
    if len(rest) > 1:
        raise refuse(f"only one size may be -1: {lengths}", axis=at)
    taken: Dim = 0
    for i, n in enumerate(lengths):
        if i not in rest:
            taken = taken + n
    if rest:
        left = x[at] - taken
        if type(left) is int and left < 0:
            raise refuse(f"axis {at} is {x[at]}, the parts sum to {taken}", axis=at, inputs=(0,))
        lengths[rest[0]] = left if not is_none(x[at]) or is_none(left) else fresh_none()
    elif differ(taken, x[at]):
        raise refuse(
            f"axis {at} is {x[at]}, the parts sum to {taken}",
            axis=at,
            sizes=(x[at], taken),
            inputs=(0,),
            recover=[x.replace(at, n) for n in lengths],
        )
    return _with_parts(value, [x.replace(at, n) for n in lengths])


def _with_parts(value: Any, shapes: list[Shape]) -> list[Any]:
    """The parts of a vector of known content know theirs."""
    if not isinstance(value, Valued) or len(value) != 1 or not isinstance(value.content, tuple):
        return shapes
    parts, start = [], 0
    for shape in shapes:
        length = shape[0]
        if type(length) is not int:
            return shapes
        parts.append(Valued(shape, value.content[start : start + length]))
        start += length
    return parts


@functions("x, num=None, axis=0", "keras.ops: unstack")
def unstack(x: Any, num: Any, axis: Any) -> list[Any]:
    """One tensor for each element of the axis. Mirrors keras.src.ops.core.Unstack."""
    shape = shape_of(x)
    at = one_axis(axis, len(shape))
    rest = shape.without(at)
    count = shape[at] if num is None else size(num)
    if type(count) is not int:
        if num is None and is_none(count):
            raise refuse(
                f"axis {at} has no known size, `num` must be given: {shape}", axis=at, inputs=(0,)
            )
        raise Lose("how many tensors come out is not known")
    if isinstance(x, Valued) and isinstance(x.content, tuple) and at == 0:
        return [Valued(rest, item) for item in x.content]
    return [Shape(rest) for _ in _range(count, len(rest))]


@functions('value, num=None, axis=0, name="unstack"', "tf: unstack")
def tf_unstack(value: Any, num: Any, axis: Any) -> list[Any]:
    """As `unstack`; `num` must be the size of the axis."""
    shape = shape_of(value)
    at = one_axis(axis, len(shape))
    if num is False:  # as None
        num = None
    if num is not None and differ(shape[at], size(num)):
        raise refuse(
            f"axis {at} is {shape[at]}, `num` is {num}: {shape}",
            axis=at,
            sizes=(shape[at],),
            inputs=(0,),
        )
    return unstack(value, num, axis)


@functions('*x, indexing="xy"', "keras.ops: meshgrid")
def meshgrid(x: Any, indexing: Any) -> list[Shape]:
    """Mirrors keras.src.ops.numpy.Meshgrid."""
    if len(x) == 1 and isinstance(x[0], (list, tuple)) and not isinstance(x[0], Shape):
        x = x[0]
    lengths = [total(shape_of(xi)) for xi in x]
    if not isinstance(indexing, str):
        raise Lose("`indexing` is not known")
    if indexing not in ("xy", "ij"):
        raise refuse(f"`indexing` must be 'xy' or 'ij', not {indexing!r}")
    if indexing == "xy":
        if len(lengths) < 2:
            raise refuse("needs two inputs or more", inputs=(0,))
        lengths[0], lengths[1] = lengths[1], lengths[0]
    return [Shape(lengths) for _ in _range(len(lengths), len(lengths))]


@functions("*args, **kwargs", "tf: meshgrid")
def tf_meshgrid(args: Any, **more: Any) -> list[Shape]:
    """As `meshgrid`; one input alone will do."""
    indexing = more.get("indexing", "xy")
    return meshgrid(
        args, "ij" if len(args) < 2 and type(args[0]) not in (list, tuple) else indexing
    )
