"""Layers that make one tensor of several (keras/src/layers/merging)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_concat.keras.arguments import is_element, shown
from flake8_concat.keras.joining import broadcast_conditions, differ, join_conditions, other_axis
from flake8_concat.keras.layer import no_tensor
from flake8_concat.keras.registry import Args, layer
from flake8_concat.shapes import (
    BATCH,
    UNKNOWN_SIZE,
    Condition,
    Dim,
    Known,
    Lose,
    OfNumpy,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
)


def shapes_in(inputs: Any, least: int = 1) -> list[Shape]:
    """The shapes of a list of tensors. Raises Refuse (NOT_A_LIST) for one tensor or none."""
    if isinstance(inputs, Shape):
        raise Refuse(
            Refusal.NOT_A_LIST,
            f"takes a list of tensors, is called on one: {inputs}",
            inputs=(0,),
            remedy="put the tensors in a list",
            recover=inputs,
        )
    if isinstance(inputs, dict):
        raise Refuse(
            Refusal.NOT_A_LIST,
            "takes a list of tensors, is called on a dict",
            remedy="put the tensors in a list",
        )
    blur = getattr(inputs, "blur", None)
    if isinstance(blur, Unknown):
        raise Lose(blur.why)
    if not isinstance(inputs, (list, tuple)):
        raise Lose("what it is called on is not a list that can be followed")
    if len(inputs) < least:
        raise Refuse(Refusal.NOT_A_LIST, "takes a list of tensors, is called on an empty one")
    if inputs and all(isinstance(item, OfNumpy) for item in inputs):
        raise Lose("numbers of numpy are merged, as arrays without axes")
    inputs = [Shape() if isinstance(item, OfNumpy) else item for item in inputs]
    for item in inputs:
        if isinstance(item, Unknown):
            raise Lose(item.why)
        if isinstance(item, (int, float, str)):
            raise Refuse(Refusal.NOT_A_LIST, f"{item!r} in its list is not a tensor")
        if not isinstance(item, Shape):
            raise no_tensor(*inputs)
    return list(inputs)


# --- Add, Subtract, Multiply, Average, Maximum, Minimum: base_merge.Merge


def merged_size(a: Dim, b: Dim) -> Dim | None:
    """The size that two sizes merge to, None where Keras refuses.

    Mirrors Merge._compute_elemwise_op_output_shape: None and a number give None.
    """
    if type(a) is int and type(b) is int:
        if a == 1:
            return b
        return a if b in (1, a) else None
    if a is b or a == b:
        return a
    if isinstance(a, Size) and isinstance(b, Size) and a.symbols and a.symbols == b.symbols:
        return a  # of one origin: they are equal wherever the model runs
    if a == 1:
        return b
    if b == 1:
        return a
    if is_none(a) or is_none(b):
        return fresh_none()  # one of the two may be 1 in the end
    # A number that is not 1 and one that the file does not say: the other is 1 or the same.
    if type(b) is int and a.literal:  # type: ignore[union-attr]
        return b
    if type(a) is int and b.literal:  # type: ignore[union-attr]
        return a
    return UNKNOWN_SIZE


def merge_two(a: Shape, b: Shape, positions: tuple[int, int]) -> Shape:
    """Two shapes without their batch axes, aligned at the end."""
    if len(a) < len(b):
        a, b = b, a
        positions = positions[::-1]
    if not b:
        return a
    lead = len(a) - len(b)
    found = [merged_size(m, n) for m, n in zip(a[lead:], b, strict=True)]
    if None not in found:
        return Shape((*a[:lead], *found))  # type: ignore[arg-type]
    wrong = [i for i, size in enumerate(found) if size is None]
    # With the batch the axes are one further on; in the other tensor they are `lead` less.
    clauses = ", ".join(f"axis {i + lead + 1} is {a[i + lead]} vs {b[i]}" for i in wrong)
    axis = wrong[0] + lead + 1
    raise Refuse(
        Refusal.NO_BROADCAST,
        clauses,
        axis=axis,
        sizes=tuple(s for _, s in sorted(zip(positions, (a[axis - 1], b[wrong[0]]), strict=True))),
        inputs=tuple(sorted(positions)),
        recover=Shape((*a[:lead], *(UNKNOWN_SIZE if size is None else size for size in found))),
    )


def merged(shapes: Sequence[Shape], *, built: bool = False) -> Shape:
    """The shape of an elementwise merge of several tensors. Raises Refuse (NO_BROADCAST).

    Mirrors Merge.build and Merge.compute_output_shape; `built` leaves out the first, which alone
    looks at the batch sizes.
    """
    if () in shapes:
        raise no_axes(shapes)
    batches = [shape[0] for shape in shapes]
    batch = merged_batch(batches)
    out = Shape(shapes[0][1:])
    refused: Refuse | None = None
    for position in range(1, len(shapes)):
        rest = Shape(shapes[position][1:])
        if rest == out:
            continue
        owner = next((i for i in range(position) if len(shapes[i]) == len(out) + 1), 0)
        try:
            out = merge_two(out, rest, (owner, position))
        except Refuse as refusal:
            refused = refused or refusal
            out = refusal.mismatch.recover
    if refused is not None:
        found = refused.mismatch
        raise Refuse(
            found.refusal,
            found.what,
            axis=found.axis,
            sizes=found.sizes,
            inputs=found.inputs,
            recover=Shape((UNKNOWN_SIZE if batch is None else batch, *out)),
        )
    if batch is None and built:
        return Shape((UNKNOWN_SIZE, *out))
    if batch is None:
        known = [size for size in batches if type(size) is int]
        raise Refuse(
            Refusal.NO_BROADCAST,
            f"the batch sizes differ: {', '.join(map(str, batches))}",
            axis=0,
            sizes=tuple(known),
            inputs=tuple(i for i, size in enumerate(batches) if type(size) is int),
            recover=Shape((UNKNOWN_SIZE, *out)),
        )
    return Shape((batch, *out))


def merged_batch(batches: Sequence[Dim]) -> Dim | None:
    """The batch size: the one number among them; None if there are two."""
    found: Dim | None = None
    for size in batches:
        if found is None or found is size:
            found = size
        elif type(size) is int:
            if type(found) is int and found != size:
                return None
            found = size
        elif type(found) is not int and not is_none(size):
            found = size if is_none(found) else UNKNOWN_SIZE
    return BATCH if found is None else found


def merge_built(args: Args, inputs: Any) -> None:
    """Tensors that can be merged, of one batch size."""
    merged(shapes_in(inputs))


def subtract_built(args: Args, inputs: Any) -> None:
    """Takes two."""
    shapes = shapes_in(inputs)
    after = merged(shapes)
    if len(shapes) != 2:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"takes 2 tensors, is called on {len(shapes)}",
            recover=after,
        )


@layer("Add", "Multiply", "Average", "Maximum", "Minimum", single=False, built=merge_built)
@layer("Subtract", single=False, built=subtract_built)
def merge(args: Args, inputs: Any) -> Known:
    """Element by element; sizes of 1 are repeated."""
    shapes = shapes_in(inputs)
    return Known(merged(shapes, built=True), broadcast_conditions(shapes))


# --- Concatenate


def joined(shapes: Sequence[Shape], axis: Any, *, built: bool = False) -> Known:
    """What Concatenate gives. Raises Refuse (CAT101 to CAT103).

    Mirrors Concatenate.build and Concatenate.compute_output_shape; `built` leaves out the first.
    """
    if type(axis) is not int:
        raise Lose("the axis is not known")
    if () in shapes and not built:
        raise no_axes(shapes)
    rank = len(shapes[0])
    same_rank = all(len(shape) == rank for shape in shapes)
    if same_rank and not -rank <= axis < rank and (len(shapes) > 1 or axis < 0):
        raise axis_out_of_range(shapes, axis, rank)
    if not built:
        if same_rank and axis < rank:
            check_equal(shapes, axis % rank)
        else:
            check_ranks(shapes, axis)
    if not same_rank:
        return Known(joined_at_odds(shapes, axis))
    dims = list(shapes[0])
    if len(shapes) == 1:
        return Known(Shape(dims))  # Keras does not look whether it has that axis
    axis %= rank
    for shape in shapes[1:]:
        dims[axis] = dims[axis] + shape[axis]
        for i, size in enumerate(shape):
            if i != axis and type(size) is int and dims[i].__class__ is not int:
                # Keras saw two numbers there and found them equal; or it saw None.
                dims[i] = size if dims[i].literal else dims[i]  # type: ignore[union-attr]
    return Known(Shape(dims), join_conditions(shapes, axis))


def no_axes(shapes: Sequence[Shape]) -> Refuse:
    """The refusal of a tensor of rank 0 among those to be merged."""
    position = shapes.index(())
    return Refuse(Refusal.WRONG_RANK, "needs a batch axis, has rank 0", inputs=(position,))


def joined_at_odds(shapes: Sequence[Shape], axis: int) -> Shape:
    """Shapes of several ranks, whose sizes along the axis Keras adds up if it gets so far."""
    dims = list(shapes[0])
    for shape in shapes[1:]:
        if not -len(dims) <= axis < len(dims):
            raise ranks_differ(shapes, axis)
        if is_none(dims[axis]):
            break
        if not -len(shape) <= axis < len(shape):
            raise ranks_differ(shapes, axis)
        dims[axis] = fresh_none() if is_none(shape[axis]) else dims[axis] + shape[axis]
    return Shape(dims)


def check_ranks(shapes: Sequence[Shape], axis: int) -> None:
    """Refuses shapes that differ without the axis, which shapes of too low a rank don't have."""
    rests = [
        [size for i, size in enumerate(shape) if i != (axis if axis >= 0 else axis + len(shape))]
        for shape in shapes
    ]
    if any(axis < -len(shape) for shape in shapes):
        raise ranks_differ(shapes, axis)
    if any(len(rest) != len(rests[0]) for rest in rests):
        raise ranks_differ(shapes, axis)
    for sides in zip(*rests, strict=True):
        if len({size for size in sides if type(size) is int}) > 1:
            raise ranks_differ(shapes, axis)


def axis_out_of_range(shapes: Sequence[Shape], axis: int, rank: int) -> Refuse:
    """CAT102."""
    remedy = other_axis(shapes, None)
    return Refuse(
        Refusal.AXIS_OUT_OF_RANGE,
        f"axis {axis} is out of range for rank {rank}",
        axis=axis,
        inputs=(0,),
        remedy=remedy or (f"the axes are 0 to {rank - 1}, or -{rank} to -1" if rank else None),
        recover=recovered(shapes, rank - 1),
    )


def ranks_differ(shapes: Sequence[Shape], axis: int) -> Refuse:
    """CAT103."""
    rank = len(shapes[0])
    position = next(i for i, shape in enumerate(shapes) if len(shape) != rank)
    other = shapes[position]
    return Refuse(
        Refusal.RANKS_DIFFER,
        f"rank {rank} vs {len(other)}: {shapes[0]} and {other}",
        sizes=(rank, len(other)),
        inputs=(0, position),
        recover=recovered([s for s in shapes if len(s) == rank], axis),
    )


def recovered(shapes: Sequence[Shape], axis: int) -> Shape | Unknown:
    """The joined shape as far as it can be said; sizes that differ are unknown."""
    rank = len(shapes[0])
    if not rank or any(len(shape) != rank for shape in shapes):
        return Unknown("the tensors joined before it do not fit")
    axis = axis % rank if -rank <= axis < rank else rank - 1
    dims: list[Dim] = list(shapes[0])
    for shape in shapes[1:]:
        for i, size in enumerate(shape):
            if i == axis:
                dims[i] = dims[i] + size
            elif differ(dims[i], size):
                dims[i] = UNKNOWN_SIZE
    return Shape(dims)


def check_equal(shapes: Sequence[Shape], axis: int) -> None:
    """Refuses sizes that differ off the axis (CAT101)."""
    seen: list[tuple[Dim, int] | None] = [None] * len(shapes[0])  # first number, and whose
    wrong: list[tuple[int, int, int]] = []  # axis, and the positions of two that differ
    for position, shape in enumerate(shapes):
        for i, size in enumerate(shape):
            if i == axis or type(size) is not int:
                continue
            before = seen[i]
            if before is None:
                seen[i] = (size, position)
            elif before[0] != size and all(i != w[0] for w in wrong):
                wrong.append((i, before[1], position))
    if not wrong:
        return
    wrong.sort()
    clauses = (f"axis {i} is {shapes[a][i]} vs {shapes[b][i]}" for i, a, b in wrong)
    i, a, b = wrong[0]
    raise Refuse(
        Refusal.SHAPES_DIFFER,
        ", ".join(clauses),
        axis=i,
        sizes=(shapes[a][i], shapes[b][i]),
        inputs=(a, b),
        remedy=other_axis(shapes, axis),
        recover=recovered(shapes, axis),
    )


def check_axis(axis: Any) -> None:
    """Refuses what is no single axis: Keras counts with it."""
    if axis is None or (isinstance(axis, (str, float, list, tuple)) and not is_element(axis)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`axis` must be an integer, is {shown(axis)}")


def concatenate_built(args: Args, inputs: Any) -> None:
    """Compared when it is built, and then no more."""
    check_axis(args["axis"])
    joined(shapes_in(inputs), args["axis"])


@layer("Concatenate", single=False, built=concatenate_built)
def concatenate_layer(args: Args, inputs: Any) -> Known:
    """One after the other along an axis."""
    return joined(shapes_in(inputs), args["axis"], built=True)


# --- Dot


def dot_create(args: Args) -> None:
    """`axes` must be an integer or two of them."""
    axes = args.get("axes")
    if axes is None or isinstance(axes, (str, float)):
        raise Refuse(Refusal.DOT_AXES, f"`axes` must be an integer or two, is {axes!r}")
    if isinstance(axes, (list, tuple)) and len(axes) != 2:
        raise Refuse(Refusal.DOT_AXES, f"`axes` must be two, is {len(axes)}")
    if isinstance(axes, (list, tuple)) and any(isinstance(n, (float, str)) for n in axes):
        raise Refuse(Refusal.DOT_AXES, f"`axes` must be integers, is {shown(axes)}")


def dot_axes(axes: Any, a: Shape, b: Shape) -> tuple[int, int]:
    """The axis of each input, as they index its shape."""
    if type(axes) is int:
        if axes < 0:
            return axes % max(len(a), 1), axes % max(len(b), 1)
        return axes, axes
    if isinstance(axes, (list, tuple)) and len(axes) == 2 and all(type(n) is int for n in axes):
        return axes[0], axes[1]
    raise Lose("`axes` is not known")


def two_shapes(inputs: Any) -> tuple[Shape, Shape]:
    """The shapes of a list of two tensors."""
    shapes = shapes_in(inputs)
    if len(shapes) != 2:
        raise Refuse(Refusal.NOT_A_LIST, f"takes 2 tensors, is called on {len(shapes)}")
    return shapes[0], shapes[1]


def dot_built(args: Args, inputs: Any) -> None:
    """The two sizes must be equal; to Keras, None equals None only."""
    a, b = two_shapes(inputs)
    axes = dot_axes(args["axes"], a, b)
    after = dot(args, inputs).result
    m, n = a[axes[0]], b[axes[1]]
    if differ(m, n) or (type(m) is int and is_none(n)) or (type(n) is int and is_none(m)):
        raise Refuse(
            Refusal.DOT_AXES,
            f"axis {axes[0] % len(a)} of the first is {m}, "
            f"axis {axes[1] % len(b)} of the second is {n}: {a} and {b}",
            axis=axes[0] % len(a),
            sizes=(m, n),
            inputs=(0, 1),
            remedy=fitting_axes(a, b),
            recover=after,
        )


def fitting_axes(a: Shape, b: Shape) -> str | None:
    """The remedy that other axes would be."""
    for i in range(len(a) - 1, 0, -1):
        for j in range(len(b) - 1, 0, -1):
            if type(a[i]) is int and a[i] == b[j]:
                return f"axes=({i}, {j}) would fit"
    return None


@layer("Dot", single=False, create=dot_create, built=dot_built)
def dot(args: Args, inputs: Any) -> Known:
    """The product summed over an axis of each. Mirrors Dot.compute_output_shape."""
    a, b = two_shapes(inputs)
    i, j = dot_axes(args["axes"], a, b)
    if not -len(a) <= i < len(a) or not -len(b) <= j < len(b):
        raise Refuse(
            Refusal.DOT_AXES, f"axes {i} and {j} are out of range for {a} and {b}", inputs=(0, 1)
        )
    left, right = list(a), list(b)
    m, n = left.pop(i), right.pop(j)
    if not right:
        raise Refuse(Refusal.DOT_AXES, f"needs rank 2, has rank 1: {b}", inputs=(1,))
    del right[0]
    sides = left + right
    shape = Shape(sides if len(sides) != 1 else (*sides, 1))
    if (type(m) is int and type(n) is int) or m == n or UNKNOWN_SIZE in (m, n):
        return Known(shape)
    return Known(shape, (Condition(m, n, axis=i % len(a), inputs=(0, 1)),))
