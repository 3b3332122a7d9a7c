"""Reading the arguments that many layers share."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.registry import Args
from flake8_concat.shapes import Dim, Lose, Shape, Size, Unknown


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
