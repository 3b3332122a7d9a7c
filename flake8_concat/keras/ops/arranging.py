"""Functions that rearrange elements: reshape, transpose, expand, squeeze, tile, pad."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.joining import axis_index, broadcast_shapes
from flake8_concat.keras.ops.reading import (
    axes,
    content,
    delete_in_turn,
    items,
    known,
    need_rank,
    no_number,
    number,
    one_axis,
    open_like,
    refuse,
    shape_of,
    size,
    sizes,
    total,
    with_ones,
)
from flake8_concat.keras.ops.table import functions
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Valued,
    fresh_none,
    is_none,
    is_number,
    product,
)


def reshape_shape(x: Shape, wanted: tuple[Dim, ...]) -> Shape:
    """The shape after a reshape to `wanted`, in which -1 stands for the rest.

    Mirrors keras.src.ops.operation_utils.compute_reshape_output_shape.
    Raises Refuse (TOTAL_SIZE).
    """
    open_axes = [i for i, dim in enumerate(wanted) if type(dim) is int and dim == -1]
    if len(open_axes) > 1:
        raise Refuse(Refusal.TOTAL_SIZE, f"only one size may be -1: {Shape(wanted)}")
    if any(type(dim) is int and dim < -1 for dim in wanted):
        raise Refuse(Refusal.TOTAL_SIZE, f"a size may not be less than -1: {Shape(wanted)}")
    given = [dim for i, dim in enumerate(wanted) if i not in open_axes]
    if any(is_none(dim) for dim in (*x, *given)):
        return _open(wanted, open_axes, no_number(_rest(x, given)) if open_axes else 0)
    if not all(map(is_number, (*x, *given))):
        return _open(wanted, open_axes, UNKNOWN_SIZE)
    have, need = product(x), product(given)
    if not open_axes:
        if type(have) is int and type(need) is int and have != need:
            raise _total_size(x, wanted, f"{have} elements do not make {need}")
        return Shape(wanted)
    if type(have) is int and type(need) is int and (need == 0 or have % need):
        raise _total_size(x, wanted, f"{have} elements are not divisible by {need}")
    return _open(wanted, open_axes, _rest(x, given))


def _rest(x: Shape, given: list[Dim]) -> Dim:
    """What -1 stands for: common factors cancel, so that None // None leaves a number alone."""
    have, need = list(x), list(given)
    for dim in given:
        if type(dim) is not int and dim is not UNKNOWN_SIZE and dim in have:
            have.remove(dim)
            need.remove(dim)
    divisor = product(need)
    if type(divisor) is int and divisor == 0:
        return UNKNOWN_SIZE
    return product(have) // divisor


def _open(wanted: tuple[Dim, ...], open_axes: list[int], rest: Dim) -> Shape:
    return Shape(rest if i in open_axes else dim for i, dim in enumerate(wanted))


def _total_size(x: Shape, wanted: tuple[Dim, ...], what: str) -> Refuse:
    recover = Shape(UNKNOWN_SIZE if type(dim) is int and dim == -1 else dim for dim in wanted)
    return Refuse(
        Refusal.TOTAL_SIZE, f"{x} to {Shape(wanted)}: {what}", inputs=(0,), recover=recover
    )


@functions("x, newshape", "keras.ops: reshape")
def reshape(x: Any, newshape: Any) -> Shape:
    """Of a float Keras makes a None."""
    wanted = sizes(newshape, scalar=True)
    if isinstance(newshape, (list, tuple)) and float in map(type, newshape):
        pairs = zip(newshape, wanted, strict=True)
        wanted = tuple(fresh_none() if type(given) is float else dim for given, dim in pairs)
    return reshaped(x, reshape_shape(shape_of(x), wanted))


def reshaped(x: Any, shape: Shape) -> Shape:
    """A vector keeps its content."""
    if isinstance(x, Valued) and len(shape) == 1:
        return known(shape, lambda: flat(content(x)))
    if isinstance(x, Valued) and not shape:
        return known(shape, lambda: flat(content(x))[0])
    return shape


def flat(values: Any) -> tuple[Any, ...]:
    """Nested tuples as one."""
    if not isinstance(values, tuple):
        return (values,)
    return tuple(leaf for value in values for leaf in flat(value))


@functions("x, shape", "keras.backend: reshape")
@functions("tensor, shape, name=None", "tf: reshape")
def tf_reshape(x: Any, shape: Any) -> Shape:
    """As TensorFlow infers it: the rest is known only if all other sizes are.

    Mirrors SetOutputShapeForReshape (tensorflow/core/ops/array_ops.cc).
    """
    x_shape, wanted = shape_of(x), sizes(shape)
    open_axes = [i for i, dim in enumerate(wanted) if type(dim) is int and dim == -1]
    if len(open_axes) > 1:
        # TensorFlow notices when the model runs, with nothing known of the sizes.
        return Shape(fresh_none() if i in open_axes else dim for i, dim in enumerate(wanted))
    if any(type(dim) is int and dim < -1 for dim in wanted):
        raise Refuse(Refusal.TOTAL_SIZE, f"a size may not be less than -1: {Shape(wanted)}")
    known_input = all(map(is_number, x_shape))
    given = [dim for i, dim in enumerate(wanted) if i not in open_axes]
    nones_given = sum(map(is_none, given))
    if open_axes and not nones_given and known_input:
        return reshaped(x, reshape_shape(x_shape, wanted))
    if (
        not open_axes
        and nones_given == 1
        and known_input
        and all(is_none(dim) or is_number(dim) for dim in given)
    ):
        # One size is a tensor: what it must be is known all the same.
        at = next(i for i, dim in enumerate(wanted) if is_none(dim))
        return reshape_shape(x_shape, (*wanted[:at], -1, *wanted[at + 1 :]))
    if open_axes:
        rest = _rest(x_shape, given)
        if any(map(is_none, (*x_shape, *given))):
            rest = no_number(rest)
            if _same_rest(x_shape, given):
                rest = next(dim for dim in x_shape if is_none(dim))
        return _open(wanted, open_axes, rest)
    _divides(x_shape, wanted)
    return reshaped(x, reshape_shape(x_shape, wanted))


def _divides(x: Shape, wanted: tuple[Dim, ...]) -> None:
    """With one None in the input, the others must divide what is wanted."""
    numbers = [dim for dim in x if not is_none(dim)]
    have, need = product(numbers), product(wanted)
    told = len(numbers) == len(x) - 1 and type(have) is int and type(need) is int
    if told and have and need % have:
        raise _total_size(x, wanted, f"{need} elements are not divisible by {have}")


def _same_rest(x: Shape, given: list[Dim]) -> bool:
    """Whether -1 takes over the only None of the input as it is."""
    numbers = [dim for dim in x if not is_none(dim)]
    return len(numbers) == len(x) - 1 and product(numbers) == product(given)


@functions("x", "keras.ops: ravel")
def ravel(x: Any) -> Shape:
    return Shape((total(shape_of(x)),))


@functions("x", "keras.backend: flatten")
def flatten(x: Any) -> Shape:
    return tf_reshape(x, (-1,))


@functions("x", "keras.backend: batch_flatten")
def batch_flatten(x: Any) -> Shape:
    """(batch, the rest). Mirrors keras.src.legacy.backend.batch_flatten.

    It goes by `tf.shape(x)`, of which TensorFlow knows all or nothing.
    """
    shape = shape_of(x)
    if not shape:
        return Shape((1, 1))
    rest = product(shape[1:])
    if not all(map(is_number, shape)) and not any(map(is_none, shape)):
        return Shape((UNKNOWN_SIZE, UNKNOWN_SIZE))
    if any(map(is_none, shape)):
        return Shape((no_number(shape[0]), no_number(rest)))
    return Shape((shape[0], rest))


@functions("x, axes=None", "keras.ops: transpose")
def transpose(x: Any, axes: Any) -> Shape:
    """Mirrors keras.src.ops.operation_utils.compute_transpose_output_shape."""
    return permuted(shape_of(x), axes)


def permuted(x: Shape, axes: Any) -> Shape:
    rank = len(x)
    if axes is None:
        return Shape(x[::-1])
    if isinstance(axes, Valued):
        axes = axes.content
    if type(axes) is int:
        raise refuse(f"the permutation must be a tuple, is {axes}")
    if isinstance(axes, Shape) or not isinstance(axes, (list, tuple)):
        raise Lose("the permutation is not known")
    order = [number(axis, "axes") for axis in items(axes)]
    if len(order) != rank:
        raise refuse(f"{len(order)} axes for rank {rank}: {x}", inputs=(0,))
    if sorted(axis_index(axis, rank) for axis in order) != list(range(rank)):
        raise refuse(f"{tuple(order)} is no permutation of {rank} axes", inputs=(0,))
    return Shape(x[axis] for axis in order)


@functions('a, perm=None, conjugate=False, name="transpose"', "tf: transpose")
@functions("x, pattern", "keras.backend: permute_dimensions")
def tf_transpose(a: Any, perm: Any) -> Shape:
    """tf.transpose, which does not look whether an axis is given twice."""
    shape = shape_of(a)
    if perm is None:
        return Shape(shape[::-1])
    if isinstance(perm, Valued):
        perm = perm.content
    if isinstance(perm, Shape) or not isinstance(perm, (list, tuple)):
        raise Lose("the permutation is not known")
    order = [number(axis, "perm") for axis in items(perm)]
    if len(order) != len(shape):
        raise refuse(f"{len(order)} axes for rank {len(shape)}: {shape}", inputs=(0,))
    return Shape(shape[axis_index(axis, len(shape))] for axis in order)


@functions("x", "keras.backend: transpose")
def reverse_axes(x: Any) -> Shape:
    return Shape(shape_of(x)[::-1])


@functions('a, name="matrix_transpose", conjugate=False', "tf.linalg: matrix_transpose")
@functions("matrix, name=None", "tf.linalg: adjoint")
def matrix_transpose(a: Any) -> Shape:
    x = shape_of(a)
    need_rank(x, 2)
    return Shape((*x[:-2], x[-1], x[-2]))


@functions("x, axis", "keras.ops: expand_dims")
@functions("x, axis=-1", "keras.backend: expand_dims")
@functions("input, axis, name=None", "tf: expand_dims")
def expand_dims(x: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.operation_utils.compute_expand_dims_output_shape."""
    shape = shape_of(x)
    if isinstance(axis, (list, tuple)) and not isinstance(axis, Shape):
        rank = len(shape) + len(axis)
        new = axes(axis, rank)
        rest = iter(shape)
        dims = [1 if i in new else next(rest, None) for i in range(rank)]
        if None in dims:
            raise refuse(f"an axis is given twice: {axis}", inputs=(0,))
        return Shape(dims)  # type: ignore[arg-type]
    if axis is None:
        raise Lose("the axis is not given")
    at = one_axis(axis, len(shape) + 1)
    result = Shape((*shape[:at], 1, *shape[at:]))
    if isinstance(x, (Valued, Size, int)) and not shape:
        return known(result, lambda: (content(x),))
    return result


@functions("x, axis=None", "keras.ops: squeeze")
def squeeze(x: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Squeeze: an axis of unknown size can't be squeezed."""
    shape = shape_of(x)
    if axis is None:
        if any(not (type(dim) is int or is_none(dim)) for dim in shape):
            raise Lose("which axes have size 1 is not known")
        return Shape(dim for dim in shape if dim != 1)
    gone = axes(axis, len(shape))
    for at in gone:
        if is_none(shape[at]) or (type(shape[at]) is int and shape[at] != 1):
            raise _not_one(shape, at)
    if len(set(gone)) != len(gone):
        return delete_in_turn(shape, gone)
    return Shape(dim for i, dim in enumerate(shape) if i not in gone)


def _not_one(shape: Shape, at: int) -> Refuse:
    return refuse(
        f"axis {at} is {shape[at]}, only an axis of size 1 can be squeezed: {shape}",
        axis=at,
        sizes=(shape[at],),
        inputs=(0,),
        recover=shape.without(at),
    )


@functions("x, axis", "keras.backend: squeeze")
@functions("input, axis=None, name=None", "tf: squeeze")
def tf_squeeze(x: Any, axis: Any) -> Shape:
    """tf.squeeze, where None may turn out to be 1."""
    shape = shape_of(x)
    if axis is None or (isinstance(axis, (list, tuple)) and not axis):
        if any(type(dim) is not int for dim in shape):
            raise Lose("which axes have size 1 is not known")
        return Shape(dim for dim in shape if dim != 1)
    gone = axes(axis, len(shape))
    for at in gone:
        if type(shape[at]) is int and shape[at] != 1:
            raise _not_one(shape, at)
    result = Shape(dim for i, dim in enumerate(shape) if i not in gone)
    return reshaped(x, result)


@functions("x, repeats", "keras.ops: tile")
def tile(x: Any, repeats: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Tile."""
    shape = shape_of(x)
    times = sizes(repeats, scalar=True)
    rank = max(len(shape), len(times))
    pairs = zip(with_ones(shape, rank), with_ones(times, rank), strict=True)
    return Shape(_times(dim, n) for dim, n in pairs)


def _times(dim: Dim, n: Dim) -> Dim:
    if is_none(dim):
        return no_number(dim * n)
    return dim * n if is_number(dim) else UNKNOWN_SIZE


@functions("x, n", "keras.backend: tile")
@functions("input, multiples, name=None", "tf: tile")
def tf_tile(x: Any, multiples: Any) -> Shape:
    """Mirrors the shape function of Tile: as many numbers as axes."""
    shape = shape_of(x)
    times = sizes(multiples, scalar=True)
    if len(times) != len(shape):
        if isinstance(multiples, (list, tuple, Valued)):
            raise refuse(f"{len(times)} multiples for rank {len(shape)}: {shape}", inputs=(0,))
        raise Lose("the multiples are not known")
    return Shape(_times(dim, n) for dim, n in zip(shape, times, strict=True))


@functions("input, repeats, axis=None, name=None", "tf: repeat")
def tf_repeat(x: Any, repeats: Any, axis: Any) -> Shape:
    return repeat(shape_of(x) or Shape((1,)), repeats, axis)


@functions("x, repeats, axis=None", "keras.ops: repeat")
def repeat(x: Any, repeats: Any, axis: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Repeat."""
    shape = shape_of(x)
    times = sizes(repeats, scalar=True)
    if axis is None:
        shape, at = Shape((total(shape),)), 0
    else:
        at = one_axis(axis, len(shape))
    dim = shape[at]
    if len(times) == 1:
        return shape.replace(at, _times(dim, times[0]))
    if not is_number(dim):
        return shape.replace(at, open_like(dim))
    if type(dim) is int and dim != len(times):
        raise refuse(f"{len(times)} repeats for size {dim}", axis=at, inputs=(0,))
    result: Dim = 0
    for n in times:
        result = result + n
    return shape.replace(at, result)


@functions("x, n", "keras.backend: repeat")
def repeat_2d(x: Any, n: Any) -> Shape:
    """(batch, features) -> (batch, n, features)."""
    shape = shape_of(x)
    if len(shape) != 2:
        raise Refuse(
            Refusal.WRONG_RANK, f"needs rank 2, has rank {len(shape)}: {shape}", inputs=(0,)
        )
    return Shape((shape[0], size(n), shape[1]))


@functions("x, rep, axis", "keras.backend: repeat_elements")
def repeat_elements(x: Any, rep: Any, axis: Any) -> Shape:
    shape = shape_of(x)
    at = one_axis(axis, len(shape))
    return shape.replace(at, _times(shape[at], size(rep)))


@functions("x, shift, axis=None", "keras.ops: roll")
def roll(x: Any, shift: Any, axis: Any) -> Shape:
    shape = shape_of(x)
    if axis is not None:
        axes(axis, len(shape))
    return Shape(shape)


@functions("input, shift, axis, name=None", "tf: roll")
def tf_roll(x: Any) -> Shape:
    """TensorFlow looks at the axis when the model runs."""
    shape = shape_of(x)
    need_rank(shape, 1)
    return Shape(shape)


@functions("array, k=1, axes=(0, 1)", "keras.ops: rot90")
def rot90(array: Any, k: Any, axes: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.Rot90, which swaps the axes for every `k`."""
    shape = shape_of(array)
    need_rank(shape, 2)
    if isinstance(axes, Shape):
        raise Lose("axes that are in an array are not followed")
    if type(axes) is int or (isinstance(axes, (list, tuple)) and len(axes) != 2):
        raise refuse(f"`axes` must be two, is {axes}")
    a, b = (axis_index(axis, len(shape)) for axis in axes)
    if axes[0] == axes[1]:
        raise refuse("the two axes are one")
    return shape.replace(a, shape[b]).replace(b, shape[a])


@functions("x, source, destination", "keras.ops: moveaxis")
def moveaxis(x: Any, source: Any, destination: Any) -> Shape:
    shape = shape_of(x)
    rank = len(shape)
    start, goal = axes(source, rank), axes(destination, rank)
    if len(start) != len(goal):
        raise refuse(f"{len(start)} axes to move to {len(goal)} places")
    left: list[Dim | None] = list(shape)
    dims: list[Dim | None] = [None] * rank
    for a, b in zip(start, goal, strict=True):  # in Keras' order, which an axis given twice shows
        dims[b], left[a] = left[a], None
    rest = iter([dim for dim in left if dim is not None])
    dims = [next(rest, None) if dim is None else dim for dim in dims]
    if None in dims:
        raise refuse(f"an axis is given twice: {source} to {destination}", inputs=(0,))
    return Shape(dims)  # type: ignore[arg-type]


@functions("x, axis1, axis2", "keras.ops: swapaxes")
@functions("a, axis1, axis2", "tf.experimental.numpy: swapaxes")
def swapaxes(x: Any, axis1: Any, axis2: Any) -> Shape:
    shape = shape_of(x)
    a, b = one_axis(axis1, len(shape)), one_axis(axis2, len(shape))
    return shape.replace(a, shape[b]).replace(b, shape[a])


@functions("input, shape, name=None", "tf: broadcast_to")
def tf_broadcast_to(x: Any, shape: Any) -> Shape:
    """tf.broadcast_to: only sizes of 1 can grow; -1 is a size that is told when it runs."""
    have, told = shape_of(x), sizes(shape)
    offset = len(told) - len(have)
    there = (*(1,) * max(offset, 0), *have)
    wanted = Shape(
        (a if type(a) is int and a != 1 else fresh_none()) if type(b) is int and b == -1 else b
        for a, b in zip(there, told, strict=False)
    )
    if offset < 0 or any(
        type(a) is int and type(b) is int and a not in (1, b)
        for a, b in zip(have, wanted[offset:], strict=True)
    ):
        raise refuse(f"{have} does not broadcast to {wanted}", inputs=(0,), recover=wanted)
    return wanted


@functions("x, shape", "keras.ops: broadcast_to")
def broadcast_to(x: Any, shape: Any) -> Shape:
    """Mirrors keras.src.ops.numpy.BroadcastTo."""
    wanted = Shape(sizes(shape))
    broadcast_shapes(shape_of(x), wanted)
    return wanted


@functions("x, shape, name=None", "tf: ensure_shape")
def ensure_shape(x: Any, shape: Any) -> Shape:
    """The shape given; None in it leaves the size as it is."""
    have, wanted = shape_of(x), sizes(shape)
    if len(have) != len(wanted):
        raise refuse(f"{have} is not compatible with {Shape(wanted)}", inputs=(0,))
    dims = []
    for a, b in zip(have, wanted, strict=True):
        if type(a) is int and type(b) is int and a != b:
            raise refuse(f"{have} is not compatible with {Shape(wanted)}", inputs=(0,))
        dims.append(a if type(a) is int or is_none(b) else b)
    return Shape(dims)
