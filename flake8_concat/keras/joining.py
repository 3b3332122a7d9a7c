"""Putting shapes together: along an axis, on a new axis, by broadcasting.

Pure functions, shared by the merging layers and by the functions of keras.ops, keras.backend
and tf.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Condition,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
)


def broadcast_dims(a: Dim, b: Dim) -> Dim | None:
    """The size that `a` and `b` broadcast to, None where Keras refuses."""
    if type(a) is int and type(b) is int:
        if b in (a, 1):
            return a
        return b if a == 1 else None
    if type(a) is int:
        return b if a == 1 else a
    if type(b) is int:
        return a if b == 1 else b
    if a == b:
        return a
    if isinstance(a, Size) and isinstance(b, Size) and a.symbols and a.symbols == b.symbols:
        return a  # of one origin: they are equal wherever the model runs
    # Neither is a number here. If one is 1 when the model is built, the other is the result.
    return fresh_none() if is_none(a) and is_none(b) else UNKNOWN_SIZE


def broadcast_shapes(a: Sequence[Dim], b: Sequence[Dim]) -> Shape:
    """The shape of an elementwise operation on two tensors.

    Mirrors keras.src.ops.operation_utils.broadcast_shapes. Raises Refuse (NO_BROADCAST).
    """
    if a == b:
        return Shape(a)
    rank = max(len(a), len(b))
    left = (1,) * (rank - len(a)) + tuple(a)
    right = (1,) * (rank - len(b)) + tuple(b)
    dims = [broadcast_dims(m, n) for m, n in zip(left, right, strict=True)]
    if None not in dims:
        return Shape(dims)  # type: ignore[arg-type]
    wrong = [axis for axis, size in enumerate(dims) if size is None]
    axis = wrong[-1]
    clauses = (f"axis {i} is {left[i]} vs {right[i]}" for i in wrong)
    raise Refuse(
        Refusal.NO_BROADCAST,
        f"{Shape(a)} and {Shape(b)} do not broadcast: {', '.join(clauses)}",
        axis=axis,
        sizes=(left[axis], right[axis]),
        inputs=(0, 1),
        recover=Shape(UNKNOWN_SIZE if size is None else size for size in dims),
    )


def broadcasts(a: Sequence[Dim], b: Sequence[Dim]) -> bool:
    """Whether two shapes may be broadcast."""
    pairs = zip(reversed(a), reversed(b), strict=False)
    return all(broadcast_dims(m, n) is not None for m, n in pairs)


def axis_index(axis: Any, rank: int, refusal: Refusal = Refusal.WRONG_SHAPE) -> int:
    """The axis counted from 0. Mirrors keras.src.backend.common.backend_utils.canonicalize_axis."""
    if isinstance(axis, (str, float, list, tuple)) and not isinstance(axis, Shape):
        raise Refuse(refusal, f"the axis must be an integer, is {shown(axis)}")
    if type(axis) is not int:
        raise Lose("the axis is not known")
    if not -rank <= axis < rank:
        raise Refuse(
            refusal,
            f"axis {axis} is out of range for rank {rank}",
            axis=axis,
            remedy=f"the axes are 0 to {rank - 1}, or -{rank} to -1" if rank else None,
        )
    return axis % rank


def differ(a: Dim, b: Dim) -> bool:
    """Whether two sizes are certainly not equal, as Keras sees them (None equals all)."""
    return type(a) is int and type(b) is int and a != b


def differing_axes(a: Shape, b: Shape, axis: int | None) -> list[int]:
    """The axes other than `axis` on which two shapes of one rank can't be equal."""
    return [i for i, (m, n) in enumerate(zip(a, b, strict=True)) if i != axis and differ(m, n)]


def known_dim(a: Dim, b: Dim) -> Dim:
    """Two sizes that must be equal, as one: the number if there is one."""
    if type(b) is int or (is_none(a) and not is_none(b)):
        return b
    return a


def concatenate_shapes(shapes: Sequence[Shape], axis: Any, *, merge: bool = False) -> Shape:
    """The shape of tensors joined along `axis`.

    Mirrors keras.src.ops.numpy.Concatenate, where the first input says the other sizes; with
    `merge` tf.concat, where a number in any input replaces None.
    Raises Refuse (AXIS_OUT_OF_RANGE, RANKS_DIFFER, SHAPES_DIFFER).
    """
    first = shapes[0]
    rank = len(first)
    if type(axis) is int and not -rank <= axis < rank:
        raise _axis_out_of_range(shapes, axis)
    axis = axis_index(axis, rank, Refusal.AXIS_OUT_OF_RANGE)
    dims: list[Dim] = list(first)
    for position in range(1, len(shapes)):
        shape = shapes[position]
        if len(shape) != rank:
            raise Refuse(
                Refusal.RANKS_DIFFER,
                f"rank {rank} vs {len(shape)}: {first} and {shape}",
                sizes=(rank, len(shape)),
                inputs=(0, position),
            )
        for i in range(rank):
            size, there = shape[i], dims[i]
            if i == axis:
                dims[i] = there + size
            elif size is there:
                continue
            elif type(size) is int and type(there) is int:
                if size != there:
                    raise _shapes_differ(shapes, Shape(dims), axis, position)
            elif merge:
                dims[i] = known_dim(there, size)
    return Shape(dims)


def _axis_out_of_range(shapes: Sequence[Shape], axis: int) -> Refuse:
    rank = len(shapes[0])
    return Refuse(
        Refusal.AXIS_OUT_OF_RANGE,
        f"axis {axis} is out of range for rank {rank}",
        axis=axis,
        inputs=(0,),
        remedy=other_axis(shapes, None) or _axes(rank),
        recover=_possible(shapes, rank - 1) or Unknown("it was joined on an axis it has not"),
    )


def _axes(rank: int) -> str | None:
    return f"the axes are 0 to {rank - 1}, or -{rank} to -1" if rank else None


def _shapes_differ(shapes: Sequence[Shape], so_far: Shape, axis: int, position: int) -> Refuse:
    """`so_far`: what the inputs before `position` have joined to."""
    shape = shapes[position]
    wrong = differing_axes(so_far, shape, axis)
    first = wrong[0]
    # The input to name is the one that set the size, which need not be the first.
    owner = next((i for i in range(position) if differ(shapes[i][first], shape[first])), 0)
    total: Dim = 0
    for each in shapes:
        total = total + (each[axis] if len(each) == len(shape) else UNKNOWN_SIZE)
    dims = [UNKNOWN_SIZE if i in wrong else size for i, size in enumerate(so_far)]
    dims[axis] = total
    return Refuse(
        Refusal.SHAPES_DIFFER,
        ", ".join(f"axis {i} is {so_far[i]} vs {shape[i]}" for i in wrong),
        axis=first,
        sizes=(shapes[owner][first], shape[first]),
        inputs=(owner, position),
        remedy=other_axis(shapes, axis),
        recover=Shape(dims),
    )


def _possible(shapes: Sequence[Shape], axis: int) -> Shape | None:
    """The joined shape, or None if these shapes can't be joined on that axis."""
    rank = len(shapes[0])
    if not 0 <= axis < rank or any(len(shape) != rank for shape in shapes):
        return None
    for i, sides in enumerate(zip(*shapes, strict=True)):
        if i != axis and len({size for size in sides if type(size) is int}) > 1:
            return None
    return concatenate_shapes(shapes, axis, merge=True)


def other_axis(shapes: Sequence[Shape], axis: int | None) -> str | None:
    """The remedy that another axis would be: "axis=2 would give (None, 64, 96, 32)"."""
    if len({len(shape) for shape in shapes}) != 1:
        return None
    for other in range(len(shapes[0]) - 1, 0, -1):
        if other == axis:
            continue
        result = _possible(shapes, other)
        if result is not None:
            return f"axis={other} would give {result}"
    return None


def join_conditions(shapes: Sequence[Shape], axis: int) -> tuple[Condition, ...]:
    """Pairs of sizes that a join along `axis` (from 0) needs to be equal and nobody can tell."""
    first = shapes[0]
    found = []
    for position in range(1, len(shapes)):
        for i, (a, b) in enumerate(zip(first, shapes[position], strict=True)):
            if i == axis or a is b or a is UNKNOWN_SIZE or b is UNKNOWN_SIZE or a == b:
                continue
            if not (type(a) is int and type(b) is int):
                found.append(Condition(a, b, axis=i, inputs=(0, position)))
    return tuple(found)


def broadcast_conditions(shapes: Sequence[Shape]) -> tuple[Condition, ...]:
    """Pairs of sizes of one rank that an elementwise operation needs to be equal.

    A size of 1 that stands in the source is repeated on purpose.
    """
    if len({len(shape) for shape in shapes}) != 1:
        return ()
    return tuple(
        replace(condition, broadcast=True)
        for condition in join_conditions(shapes, 0)
        if condition.left != 1 and condition.right != 1
    )


def stack_shapes(shapes: Sequence[Shape], axis: Any, *, merge: bool = False) -> Shape:
    """The shape of tensors stacked on a new axis.

    Mirrors keras.src.ops.numpy.Stack; with `merge` tf.stack.
    Raises Refuse (AXIS_OUT_OF_RANGE, RANKS_DIFFER, SHAPES_DIFFER).
    """
    first = shapes[0]
    axis = axis_index(axis, len(first) + 1, Refusal.AXIS_OUT_OF_RANGE)
    dims: list[Dim] = list(first)
    for position in range(1, len(shapes)):
        shape = shapes[position]
        if len(shape) != len(first):
            raise Refuse(
                Refusal.RANKS_DIFFER,
                f"rank {len(first)} vs {len(shape)}: {first} and {shape}",
                sizes=(len(first), len(shape)),
                inputs=(0, position),
            )
        for i, size in enumerate(shape):
            if differ(dims[i], size):
                raise Refuse(
                    Refusal.SHAPES_DIFFER,
                    f"axis {i} is {dims[i]} vs {size}",
                    axis=i,
                    sizes=(dims[i], size),
                    inputs=(0, position),
                    recover=Shape((*first[:axis], len(shapes), *first[axis:])),
                )
            if merge:
                dims[i] = known_dim(dims[i], size)
    dims.insert(axis, len(shapes))
    return Shape(dims)
