"""Reading the arguments that many layers share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flake8_concat.keras.registry import Args
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Lose, Refusal, Refuse, Shape, Size, Unknown


def sizes(value: Any, n: int, name: str) -> tuple[Dim, ...]:
    """A number or `n` of them, as `n`. Mirrors keras.src.utils.argument_validation.standardize_tuple."""
    if isinstance(value, (int, Size)):
        return (value,) * n
    if isinstance(value, (list, tuple)) and len(value) == n:
        for item in value:
            if isinstance(item, Unknown):
                raise Lose(item.why)
            if not isinstance(item, (int, Size)):
                break
        else:
            return tuple(value)
    raise Lose(f"`{name}` is not a number or {n} of them")


def data_format(args: Args) -> str:
    """"channels_last" or "channels_first". The constructor has filled in the global setting."""
    value = args["data_format"]
    if value in ("channels_last", "channels_first"):
        return str(value)
    raise Lose("`data_format` is not known")


def channel_axis(args: Args, x: Shape) -> int:
    """The position of the channels, from the end for channels_last."""
    return 1 if data_format(args) == "channels_first" else -1


def spatial(args: Args, x: Shape) -> tuple[Dim, ...]:
    """The sizes between batch and channels."""
    return tuple(x[2:] if data_format(args) == "channels_first" else x[1:-1])


def size(args: Args, name: str) -> Dim:
    """An argument that is one size, `units`. What is unknown stays a size without a number."""
    value = dict.get(args, name)
    if isinstance(value, (int, Size)):
        return value
    if isinstance(value, Unknown):
        found = getattr(value, "size", UNKNOWN_SIZE)  # an unknown with a name has a symbol
        return found if isinstance(found, Size) else UNKNOWN_SIZE
    if isinstance(value, float):
        raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` is {value}, which is not an integer")
    raise Lose(f"`{name}` is not known as a number")


def flag(args: Args, name: str) -> bool:
    """An argument that is true or false, `return_sequences`; false for a layer without it."""
    return bool(args[name]) if name in args else False


def items(value: Any, name: str) -> Sequence[Any]:
    """The items of a list or tuple whose contents are known."""
    blur = getattr(value, "blur", None)  # why the tracer lost track of a list, if it did
    if isinstance(blur, Unknown):
        raise Lose(blur.why)
    if isinstance(value, (list, tuple)):
        return value
    raise Lose(f"`{name}` is not a list that can be followed")
