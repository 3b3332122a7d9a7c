"""Pooling (keras/src/layers/pooling)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.arguments import (
    channel_axis,
    channels_first,
    keep_fraction,
    settle,
    shown,
    sizes,
    spatial,
    spread,
    with_spatial,
)
from flake8_concat.keras.convolution import RANKS, output_length, settle_padding, windowed
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    Unknown,
    fresh_none,
)

# --- MaxPooling, AveragePooling: base_pooling.BasePooling


def pool_create(rank: int) -> Callable[[Args], None]:
    """The constructor of MaxPooling{rank}D and AveragePooling{rank}D."""

    def create(args: Args) -> None:
        if args.get("strides") is None:
            args["strides"] = args.get("pool_size")
        settle(args, "pool_size", rank)
        settle(args, "strides", rank, zero=True)

    return create


def pool(args: Args, x: Shape) -> Shape:
    """The window on each side; the channels stay."""
    checked = Args(padding=args.get("padding"))
    settle_padding(checked)  # the constructor takes anything
    padding = checked["padding"]
    written = args.get("padding")
    if isinstance(written, str) and written != padding:
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"`padding` must be in small letters here, is {written!r}",
            recover=pool(Args({**args, "padding": padding}), x),
        )
    if 0 in args["strides"]:
        raise Refuse(Refusal.WRONG_SHAPE, f"strides={args['strides']} can't be 0")
    given = tuple(spatial(args, x))
    if len(given) != len(args["pool_size"]):
        return pool_stretched(args, x, given, padding)
    sides = [
        output_length(n, k, padding, s)
        for n, k, s in zip(given, args["pool_size"], args["strides"], strict=True)
    ]
    return windowed(args, x, sides, x[channel_axis(args, x)])


def pool_stretched(args: Args, x: Shape, given: tuple[Dim, ...], padding: str) -> Shape:
    """A tensor of another rank, in a wrapper or a model that is run again: NumPy stretches a size.

    Mirrors keras.src.ops.operation_utils.compute_pooling_output_shape.
    """
    window = args["pool_size"]
    if len(given) != 1 != len(window):
        text = f"pool_size={window} is for {len(window) + 2} axes, the input has {len(x)}: {x}"
        raise Refuse(Refusal.WRONG_RANK, text, inputs=(0,))
    known = all(type(size) is int for size in given)
    if len(window) > 1 and not known:  # NumPy calculates with -1 for None
        raise Lose("it is given a tensor of another rank")
    count = len(given) if len(window) == 1 else len(window)
    each = [values if len(values) == count else values * count
            for values in (given, window, args["strides"])]  # fmt: skip
    sides = [output_length(n, k, padding, s) for n, k, s in zip(*each, strict=True)]
    if padding == "valid" and any(type(side) is int and side < 1 for side in sides):
        text = f"pool_size={window} leaves nothing of {x}"
        raise Refuse(Refusal.EMPTY_OUTPUT, text, inputs=(0,))
    return with_spatial(args, x, sides, x[channel_axis(args, x)])


# --- GlobalMaxPooling, GlobalAveragePooling: base_global_pooling.BaseGlobalPooling


def global_pool(args: Args, x: Shape, mask: Any = None) -> Shape:
    """The channels; the sides are gone, or 1 with `keepdims`."""
    channels = x[channel_axis(args, x)]
    keep = args["keepdims"]
    known = isinstance(keep, (int, float, str, list, tuple)) or keep is None
    if known and not isinstance(keep, Shape):
        sides = (1,) * (len(x) - 2) if keep else ()
        return with_spatial(args, x, sides, channels)
    raise Lose("`keepdims` is not known")


# --- AdaptiveMaxPooling, AdaptiveAveragePooling: base_adaptive_pooling.BaseAdaptivePooling


KEPT = (float, str, list, tuple)  # what the constructors take among others, until they are called


def adaptive_create(rank: int) -> Callable[[Args], None]:
    """The constructor of the adaptive pooling layers."""

    def create(args: Args) -> None:
        value = args.get("output_size")
        if not isinstance(value, Unknown):
            listed = isinstance(value, (list, tuple))  # a None among others stands for any size
            kept = False
            if isinstance(value, (list, tuple)) and any(isinstance(n, KEPT) for n in value):
                kept = True
                keep_fraction(args, "output_size")
                value = [UNKNOWN_SIZE if isinstance(n, KEPT) else n for n in value]
            found = spread(value, rank, "output_size")
            if not kept and not all(type(n) is int or (listed and n is None) for n in found):
                found = sizes(value, rank, "output_size", zero=True)
            args["output_size"] = found

    return create


def adaptive(args: Args, x: Shape) -> Shape:
    """The sides that were asked for; Keras does not look at the rank."""
    if len(x) < 1 + channels_first(args):
        raise Refuse(Refusal.WRONG_RANK, f"needs channels, has rank {len(x)}: {x}", inputs=(0,))
    wanted = args["output_size"]
    if isinstance(wanted, (list, tuple)) and any(type(n) is int and n < 0 for n in wanted):
        raise Refuse(Refusal.WRONG_SHAPE, f"`output_size` must be at least 0, is {shown(wanted)}")
    sides = [fresh_none() if size is None else size for size in wanted]
    return with_spatial(args, x, sides, x[channel_axis(args, x)])


for _suffix, _rank in RANKS.items():
    for _kind in ("Max", "Average"):
        layer(
            f"{_kind}Pooling{_suffix}",
            spec=InputSpec(ndim=_rank + 2),
            create=pool_create(_rank),
            bare=_rank > 1,
        )(pool)
        layer(
            f"Global{_kind}Pooling{_suffix}",
            spec=InputSpec(ndim=_rank + 2),
            call="inputs, mask=None" if _kind == "Average" and _rank == 1 else None,
        )(global_pool)
        layer(f"Adaptive{_kind}Pooling{_suffix}", create=adaptive_create(_rank), bare=True)(
            adaptive
        )
