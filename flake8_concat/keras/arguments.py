"""Reading the arguments that many layers share, and judging sizes."""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd
from typing import Any

from flake8_concat.keras.registry import Args
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Mismatch,
    OfKeras3,
    Refusal,
    Refuse,
    Shape,
    Size,
    Unknown,
    is_none,
)

NUMBERS = (int, Size)
NO_NUMBERS = (str, list, tuple, type(None))  # what no constructor of Keras takes for a size


def sizes(value: Any, n: int, name: str, *, zero: bool = False) -> tuple[Dim, ...]:
    """A number or `n` of them, as `n`; what is not known is an unknown size.

    Mirrors keras.src.utils.argument_validation.standardize_tuple. Raises Refuse where it raises,
    for numbers that are too small (0 is fine with `zero`) and for another count.
    """
    found = spread(value, n, name)
    if any(isinstance(item, bool) for item in found):
        found = tuple(int(item) if isinstance(item, bool) else item for item in found)
    least = 0 if zero else 1
    for item in found:
        if type(item) is int:
            if item < least:
                raise Refuse(
                    Refusal.WRONG_SHAPE, f"`{name}` must be at least {least}, is {shown(value)}"
                )
        elif isinstance(item, Unknown):
            return tuple(known_size(d) if isinstance(d, Unknown) else d for d in found)
        elif isinstance(item, NO_NUMBERS):
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be integers, is {shown(value)}")
        elif not isinstance(item, NUMBERS):
            raise Lose(f"`{name}` is not a number or {n} of them")
    return found


def spread(value: Any, n: int, name: str) -> tuple[Any, ...]:
    """`n` items of a value that is one of them or all."""
    if type(value) is int or isinstance(value, (*NUMBERS, Unknown)):
        return (value,) * n
    if isinstance(value, Shape) and value:
        if len(value) > 1:
            raise Lose(f"`{name}` is an array of several axes")
        if type(value[0]) is int and value[0] != n:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be {n} numbers, is {shown(value)}")
        return (UNKNOWN_SIZE,) * n
    if isinstance(value, (list, tuple)):
        if len(value) != n:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be {n} numbers, is {shown(value)}")
        return tuple(items(value, name))
    if value is None or isinstance(value, (float, str)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be an integer or {n}, is {value!r}")
    raise Lose(f"`{name}` is not a number or {n} of them")


def is_element(value: Any) -> bool:
    """Whether a value is one element of an array: tensors stand here as their shapes.

    A number of numpy is an integer to some of Keras, to some not.
    """
    return isinstance(value, Shape) and not value


def shown(value: Any) -> str:
    """A value as it stands in a message."""
    if isinstance(value, Shape):
        return f"a tensor of shape {value}" if value else "an element of an array"
    if isinstance(value, (list, tuple)):
        inner = ", ".join(map(shown, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, Unknown):
        return "?"
    text = str(value)
    of_the_program = text.startswith("<")  # a layer, a function
    return f"a {type(value).__name__.lower()}" if of_the_program else text


FRACTIONS = "fractions"  # the arguments that are or hold some, kept beside the others


def keep_fraction(args: Args, name: str) -> None:
    """Notes an argument that the constructor takes though it is none, or holds one."""
    args[FRACTIONS] = {**args.get(FRACTIONS, {}), name: args.get(name)}


def settle(args: Args, name: str, n: int, *, zero: bool = False) -> None:
    """Stores an argument as `n` sizes, as the constructors of Keras do.

    They take floats in a tuple, and `kinds_of_arguments` knows who fails with them later.
    """
    value = args.get(name)
    if isinstance(value, (list, tuple)) and any(type(item) is float for item in value):
        numbers = [item for item in value if isinstance(item, (int, float))]
        if any(item < 0 or (item == 0 and not zero) for item in numbers):
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be positive, is {shown(value)}")
        keep_fraction(args, name)
        value = [UNKNOWN_SIZE if type(item) is float else item for item in value]
    args[name] = sizes(value, n, name, zero=zero)


def known_size(value: Any) -> Dim:
    """What is not known, as a size without a number; an unknown with a name has a symbol."""
    found = getattr(value, "size", UNKNOWN_SIZE)
    return found if isinstance(found, Size) else UNKNOWN_SIZE


def holds_one(value: Any) -> bool:
    """Whether it is an array of one number, which Python compares as that number."""
    return isinstance(value, Shape) and all(n == 1 for n in value)


def size(args: Args, name: str) -> Dim:
    """An argument that is one size, `units`. What is unknown stays a size without a number."""
    value = args.get(name)
    if type(value) is int or isinstance(value, NUMBERS):
        return int(value) if isinstance(value, bool) else value
    if isinstance(value, Unknown):
        return known_size(value)
    if holds_one(value):
        return UNKNOWN_SIZE
    if isinstance(value, (float, *NO_NUMBERS)):
        raise no_integer(name, value)
    raise Lose(f"`{name}` is not known as a number")


def no_integer(name: str, value: Any) -> Refuse:
    """The refusal of a size that is no integer; of a fraction Keras 2 took the integer below."""
    kind = OfKeras3 if isinstance(value, float) else Mismatch
    return Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be an integer, is {shown(value)}", kind)


def flag(args: Args, name: str) -> bool:
    """An argument that is true or false, `return_sequences`; false for a layer without it."""
    if is_element(args.get(name)):
        raise Lose(f"`{name}` is what an array holds")
    return bool(args[name]) if name in args else False


def items(value: Any, name: str) -> Sequence[Any]:
    """The items of a list or tuple whose contents are known."""
    blur = getattr(value, "blur", None)  # why the tracer lost track of a list, if it did
    if isinstance(blur, Unknown):
        raise Lose(blur.why)
    if isinstance(value, Shape):
        raise Lose(f"`{name}` is an array")
    if isinstance(value, (list, tuple)):
        return value
    raise Lose(f"`{name}` is not a list that can be followed")


def positive(args: Args, *names: str) -> None:
    """Refuses what is no size of 1 or more, as constructors do."""
    for name in names:
        value = args.get(name, 1)
        if isinstance(value, Size) and is_none(value):
            value = None
        if value is None or isinstance(value, float) or is_element(value):
            raise no_integer(name, value)
        not_below_one(args, name)


def not_below_one(args: Args, *names: str) -> None:
    """Refuses what the constructors of convolutions do; None and fractions fail where it builds."""
    for name in names:
        value = args.get(name, 1)
        if isinstance(value, int) and value <= 0:  # False as well
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be positive, is {value}")
        if value is not None and isinstance(value, NO_NUMBERS) and not holds_one(value):
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be an integer, is {shown(value)}")


def between(args: Args, name: str, least: float, most: float) -> None:
    """Refuses a number outside [least, most]."""
    value = args.get(name)
    outside = isinstance(value, (int, float)) and not least <= value <= most
    if outside or isinstance(value, str):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"`{name}` must be between {least} and {most}, is {shown(value)}",
            recover=args,
        )


def data_format(args: Args) -> str:
    """Either of the two; the constructor has filled in the global setting."""
    value = args["data_format"]
    if value in ("channels_last", "channels_first"):
        return str(value)
    raise Lose("`data_format` is not known")


def channels_first(args: Args) -> bool:
    """Whether the channels come right after the batch. Raises Lose if that is not known."""
    value = args.get("data_format")
    if value == "channels_last":
        return False
    if value == "channels_first":
        return True
    raise Lose("`data_format` is not known")


def channel_axis(args: Args, x: Shape) -> int:
    """The position of the channels, from the end for channels_last."""
    return 1 if channels_first(args) else -1


def spatial(args: Args, x: Shape) -> tuple[Dim, ...]:
    """The sizes between batch and channels."""
    return tuple(x[2:] if channels_first(args) else x[1:-1])


def with_spatial(args: Args, x: Shape, sides: Sequence[Dim], channels: Dim) -> Shape:
    """A shape with these sizes between batch and channels, in the layer's data format."""
    if channels_first(args):
        return Shape((x[0], channels, *sides))
    return Shape((x[0], *sides, channels))


def check_sides(args: Args, x: Shape, sides: Sequence[Dim], channels: Dim) -> Shape:
    """The output shape. Raises Refuse (EMPTY_OUTPUT) for a side of zero or less."""
    for position, side in enumerate(sides):
        if type(side) is int and side <= 0:
            axis = position + (2 if channels_first(args) else 1)
            kept = [UNKNOWN_SIZE if type(d) is int and d <= 0 else d for d in sides]
            raise Refuse(
                Refusal.EMPTY_OUTPUT,
                f"the output size on axis {axis} would be {side}, from {x[axis]} in {x}",
                axis=axis,
                sizes=(x[axis],),
                inputs=(0,),
                recover=with_spatial(args, x, kept, channels),
            )
    return with_spatial(args, x, sides, channels)


def weight_size(x: Shape, axis: int, **recover: Any) -> Dim:
    """The size of an axis that a weight needs. Raises Refuse (UNKNOWN_WEIGHT) for a None."""
    found = x[axis]
    if type(found) is not int and is_none(found):
        raise Refuse(
            Refusal.UNKNOWN_WEIGHT,
            f"the size of axis {axis % len(x)} must be known to make the weights: {x}",
            axis=axis % len(x),
            sizes=(found,),
            inputs=(0,),
            **recover,
        )
    return found


def fewer_groups(channels: Any, groups: Any) -> str | None:
    """The remedy of a number of groups that divides the channels."""
    if type(channels) is not int or type(groups) is not int:
        return None
    common = gcd(channels, groups)
    return f"groups={common} would divide {channels}" if common > 1 else None


def axis_in(axis: Any, x: Shape, name: str = "axis") -> int:
    """An axis of `x` counted from 0. Raises Refuse where there is none, Lose if not known."""
    if isinstance(axis, (str, float)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` must be an integer, is {axis!r}", recover=x)
    if type(axis) is not int:
        raise Lose(f"`{name}` is not known")
    rank = len(x)
    if not -rank <= axis < rank:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"{name} {axis} is out of range for rank {rank}: {x}",
            inputs=(0,),
            recover=x,
        )
    return axis % rank
