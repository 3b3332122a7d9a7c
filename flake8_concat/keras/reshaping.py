"""Layers that move, cut or pad axes (keras/src/layers/reshaping)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flake8_concat.keras.arguments import (
    channels_first,
    check_sides,
    is_element,
    items,
    known_size,
    positive,
    settle,
    shown,
    size,
    sizes,
    spatial,
    with_spatial,
)
from flake8_concat.keras.convolution import RANKS
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Condition,
    Dim,
    Known,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    fresh_none,
    is_none,
    product,
)

# --- UpSampling, ZeroPadding, Cropping


def channels_of(args: Args, x: Shape) -> Dim:
    """The size that these layers leave alone."""
    return x[1] if channels_first(args) else x[-1]


def up_sampling_create(rank: int) -> Callable[[Args], None]:
    """The constructor of UpSampling{rank}D."""

    def create(args: Args) -> None:
        if rank == 1:
            if isinstance(args.get("size"), (list, tuple)):
                raise Refuse(Refusal.WRONG_SHAPE, "`size` must be one number")
            args["data_format"] = "channels_last"
        settle(args, "size", rank)

    return create


def first_axes(x: Shape, count: int) -> Shape:
    """The axes that are looked at, in whatever rank.

    A wrapper around the layer, and a model that runs it again, do not ask its input spec. Refuses
    a tensor of fewer axes.
    """
    if len(x) < count:
        text = f"needs {count} axes, the input has {len(x)}: {x}"
        raise Refuse(Refusal.WRONG_RANK, text, inputs=(0,))
    return x if len(x) == count else Shape(x[:count])


def up_sampling(args: Args, x: Shape) -> Shape:
    """Each side times its factor."""
    x = first_axes(x, len(args["size"]) + 2)
    sides = [n * factor for n, factor in zip(spatial(args, x), args["size"], strict=True)]
    return with_spatial(args, x, sides, channels_of(args, x))


def pairs(value: Any, rank: int, name: str) -> tuple[tuple[Dim, ...], ...]:
    """A number, `rank` numbers or `rank` pairs of them, as `rank` pairs (before, after)."""
    if isinstance(value, Unknown):
        return ((UNKNOWN_SIZE, UNKNOWN_SIZE),) * rank
    if rank == 1:
        return (sizes(value, 2, name, zero=True),)
    if isinstance(value, (int, Size)):
        return ((value, value),) * rank
    if value is None or isinstance(value, (str, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be {rank} entries, is {shown(value)}")
    value = items(value, name)
    if len(value) != rank:
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be {rank} entries, is {shown(value)}")
    return tuple(sizes(entry, 2, f"{name}[{i}]", zero=True) for i, entry in enumerate(value))


def pairs_create(rank: int, name: str) -> Callable[[Args], None]:
    """The constructor of ZeroPadding{rank}D (`padding`) and Cropping{rank}D (`cropping`)."""

    def create(args: Args) -> None:
        value = args.get(name)
        if name == "cropping" and type(value) is int and value < 0:
            raise Refuse(Refusal.WRONG_SHAPE, f"`cropping` can't be negative, is {value}")
        args[name] = pairs(value, rank, name)
        if rank == 1 and name == "cropping":
            args["data_format"] = "channels_last"

    return create


def accepted(shape: Shape, around: Sequence[tuple[Dim, ...]]) -> Shape | Known:
    """A shape, with the amounts around it that are not known yet and can't be negative."""
    amounts = tuple([n for pair in around for n in pair if isinstance(n, Size) and n.symbols])
    return Known(shape, amounts=amounts) if amounts else shape


def zero_padding(args: Args, x: Shape) -> Shape | Known:
    """Each side with its padding."""
    start = 2 if channels_first(args) else 1
    end = start + len(args["padding"])
    around = zip(first_axes(x, end)[start:], args["padding"], strict=True)
    sides = [n + before + after for n, (before, after) in around]
    if all(type(side) is not int or side >= 0 for side in sides):
        return accepted(Shape((*x[:start], *sides, *x[end:])), args["padding"])
    return check_sides(args, x, sides, channels_of(args, x))


def cropping(args: Args, x: Shape) -> Shape | Known:
    """Each side without what is cropped. Something must be left."""
    x = first_axes(x, len(args["cropping"]) + 2)
    around = zip(spatial(args, x), args["cropping"], strict=True)
    sides = [n - before - after for n, (before, after) in around]
    return accepted(check_sides(args, x, sides, channels_of(args, x)), args["cropping"])


for _suffix, _rank in RANKS.items():
    _spec = InputSpec(ndim=_rank + 2)
    layer(f"UpSampling{_suffix}", spec=_spec, create=up_sampling_create(_rank), bare=True)(
        up_sampling
    )
    layer(f"ZeroPadding{_suffix}", spec=_spec, create=pairs_create(_rank, "padding"), bare=True)(
        zero_padding
    )
    layer(f"Cropping{_suffix}", spec=_spec, create=pairs_create(_rank, "cropping"), bare=True)(
        cropping
    )


# --- Flatten, Reshape, Permute, RepeatVector


@layer("Flatten", spec=InputSpec(min_ndim=1), bare=True)
def flatten(args: Args, x: Shape) -> Shape:
    """All axes but the batch as one. To Keras that is None if one is None, even beside a 0."""
    if 0 in x[1:]:
        unknown = next((n for n in x[1:] if type(n) is not int), 0)
        return Shape((x[0], unknown))
    return Shape((x[0], product(x[1:])))


def target_of(value: Any) -> tuple[Dim | None, ...]:
    """The sizes of a target shape; None is None, and so are fractions to Keras."""
    if value is None or isinstance(value, (int, float, Size)):
        raise Refuse(Refusal.WRONG_SHAPE, f"the target shape must be a tuple, is {value}")
    found: list[Dim | None] = []
    for item in items(value, "target_shape"):
        if isinstance(item, Unknown) or is_element(item):
            found.append(known_size(item))
        elif isinstance(item, (int, Size)):
            found.append(item)
        elif item is None or isinstance(item, float):
            found.append(None)
        else:
            raise Lose("a size of the target shape is not a number")
    return tuple(found)


def reshape_create(args: Args) -> None:
    """Mirrors keras.src.ops.operation_utils.validate_reshape_shape."""
    value = args.get("target_shape")
    if isinstance(value, Unknown):
        return
    target = target_of(value)
    numbers = [d for d in target if type(d) is int]
    if any(d < -1 for d in numbers) or numbers.count(-1) > 1:
        raise Refuse(
            Refusal.TOTAL_SIZE,
            f"target_shape={shown(target)} can have one -1 and no other negative size",
        )
    args["target_shape"] = target


@layer("Reshape", create=reshape_create, bare=True)
def reshape_layer(args: Args, x: Shape) -> Known:
    """All axes but the batch, arranged anew."""
    if not x:
        raise Refuse(Refusal.WRONG_RANK, "needs a batch axis, has rank 0", inputs=(0,))
    target = args["target_shape"]
    after = Shape((x[0], *reshape(x[1:], target, x)))
    return Known(after, reshape_conditions(x[1:], target))


def reshape_conditions(
    before: Sequence[Dim], target: Sequence[Dim | None]
) -> tuple[Condition, ...]:
    """What must hold so that the elements come out, where nobody can tell yet."""
    fixed: Dim = 1
    for side in target:
        if side is None:
            return ()
        if side != -1:
            fixed = fixed * side
    total = product(before)
    left, right = (total % fixed, 0) if -1 in target else (total, fixed)
    if left == right or (type(left) is int and type(right) is int):
        return ()
    return (Condition(left, right, inputs=(0,)),)


def reshape(before: Sequence[Dim], target: Sequence[Dim | None], x: Shape) -> list[Dim]:
    """The sizes after a reshape. Raises Refuse (TOTAL_SIZE) where the elements don't come out.

    Mirrors keras.src.ops.operation_utils.compute_reshape_output_shape. `x` is for the message.
    """
    sides: list[Dim] = [fresh_none() if side is None else side for side in target]
    open_at = next((i for i, side in enumerate(sides) if side == -1), None)
    fixed = product(side for i, side in enumerate(sides) if i != open_at)
    total = product(before)
    if type(total) is int and type(fixed) is int:
        exact = fixed == total if open_at is None else fixed and total % fixed == 0
        if not exact and all(type(n) is int for n in before):
            raise total_size(before, target, sides, open_at, x)
    if open_at is not None:
        sides[open_at] = open_side(before, target, total, fixed)
    return sides


def open_side(before: Sequence[Dim], target: Sequence[Dim | None], total: Dim, fixed: Dim) -> Dim:
    """What -1 stands for."""
    none = any(side is None or is_none(side) for side in target) or any(map(is_none, before))
    if type(fixed) is int and fixed == 0:
        return fresh_none() if none else UNKNOWN_SIZE
    side = total // fixed
    # Keras gives up on -1 wherever it sees a None, even if that can be divided out.
    return fresh_none() if none and not is_none(side) else side


def total_size(
    before: Sequence[Dim],
    target: Sequence[Dim | None],
    sides: list[Dim],
    open_at: int | None,
    x: Shape,
) -> Refuse:
    """The refusal of a reshape to another number of elements."""
    total = product(before)
    fixed = product(side for side in sides if side != -1)
    if open_at is None:
        what = f"{shown(target)} has {fixed} elements, {x} has {total} without the batch"
        remedy = other_target(total, sides)
    else:
        what = f"{total} elements of {x} can't be divided by the {fixed} of {shown(target)}"
        remedy = None
        sides = [UNKNOWN_SIZE if i == open_at else side for i, side in enumerate(sides)]
    return Refuse(
        Refusal.TOTAL_SIZE,
        what,
        sizes=(total, fixed),
        inputs=(0,),
        remedy=remedy,
        recover=Shape((x[0], *sides)),
    )


def other_target(total: Dim, sides: list[Dim]) -> str | None:
    """The remedy of a -1 in the place of one side, the first that comes out."""
    for position in range(len(sides)):
        rest = product(side for i, side in enumerate(sides) if i != position)
        if type(rest) is int and type(total) is int and rest > 0 and total % rest == 0:
            fitting = [total // rest if i == position else d for i, d in enumerate(sides)]
            return f"{shown(fitting)} would fit"
    return None


def permute_create(args: Args) -> None:
    """`dims` must be the numbers from 1 on."""
    value = args.get("dims")
    if isinstance(value, Unknown):
        return
    if value is None:
        raise Refuse(Refusal.WRONG_SHAPE, "`dims` must be a tuple, is None")
    dims = tuple(items(value, "dims"))
    odd = (str, list, tuple, type(None))
    never = any(type(dim) in odd or (type(dim) is float and dim % 1) for dim in dims)
    if not never and any(type(dim) is not int for dim in dims):
        raise Lose("`dims` is not known")
    if never or sorted(dims) != list(range(1, len(dims) + 1)):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"dims={shown(dims)} must be each of 1 to {len(dims)} once: the batch is not counted",
        )
    args["dims"] = dims


@layer(
    "Permute",
    create=permute_create,
    spec=lambda args: InputSpec(ndim=len(args["dims"]) + 1),
    bare=True,
)
def permute(args: Args, x: Shape) -> Shape:
    """The axes in another order. In a wrapper the rank is not looked at, and others are lost."""
    dims = args["dims"]
    if len(dims) >= len(x):
        text = f"has no axis {len(x)} to move, has rank {len(x)}: {x}"
        raise Refuse(Refusal.WRONG_RANK, text, inputs=(0,))
    return Shape((x[0], *(x[dim] for dim in dims)))


def repeat_create(args: Args) -> None:
    """`n` must be a positive integer, and True is none here."""
    if isinstance(args.get("n"), bool):
        raise Refuse(Refusal.WRONG_SHAPE, f"`n` must be an integer, is {args['n']}", recover=args)
    positive(args, "n")


@layer("RepeatVector", create=repeat_create, spec=InputSpec(ndim=2), bare=True)
def repeat_vector(args: Args, x: Shape) -> Shape:
    """A new axis of `n` after the batch."""
    return Shape((x[0], size(args, "n"), x[1]))
