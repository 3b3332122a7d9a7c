"""Convolutions (keras/src/layers/convolutional)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from flake8_concat.keras.arguments import (
    NO_NUMBERS,
    channel_axis,
    check_sides,
    fewer_groups,
    is_element,
    keep_fraction,
    not_below_one,
    positive,
    settle,
    shown,
    size,
    spatial,
    weight_size,
    with_spatial,
)
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Mismatch,
    OfKeras3,
    Refusal,
    Refuse,
    Shape,
    Size,
    is_none,
)

RANKS = {"1D": 1, "2D": 2, "3D": 3}
IMAGE_CHANNELS = (1, 3, 4)  # of gray, colored and transparent images


def output_length(length: Dim, kernel: Dim, padding: str, stride: Dim, dilation: Dim = 1) -> Dim:
    """The size of one axis after a window has run over it.

    Mirrors keras.src.ops.operation_utils.compute_conv_output_shape. Units: positions.
    """
    if padding == "valid":
        return (length - (kernel - 1) * dilation - 1) // stride + 1
    if padding in ("same", "causal"):
        return (length - 1) // stride + 1
    return UNKNOWN_SIZE


def transposed_length(
    length: Dim, kernel: Dim, padding: str, stride: Dim, dilation: Dim, extra: Dim | None
) -> Dim:
    """The size of one axis after a transposed convolution; `extra` is the output padding.

    Mirrors keras.src.backend.common.backend_utils._get_output_shape_given_tf_padding.
    """
    reach = (kernel - 1) * dilation + 1
    if padding == "valid":
        if extra is not None:
            return (length - 1) * stride + reach + extra
        if type(reach) is int and type(stride) is int:
            return (length - 1) * stride + max(reach, stride)
        return UNKNOWN_SIZE
    if padding != "same":
        return UNKNOWN_SIZE
    if extra is None:
        return length * stride
    return (length - 1) * stride + reach % 2 + extra


def settle_padding(args: Args, *, causal: bool = False, late: bool = False) -> None:
    """Stores the padding in small letters, "?" if not known. Refuses what Keras does not know.

    With `late` a list is left to the call (see kinds_of_arguments.py).
    """
    value = args.get("padding")
    if isinstance(value, str):
        value = value.lower()
        if value not in ("valid", "same") and not (causal and value == "causal"):
            raise Refuse(Refusal.WRONG_SHAPE, f"`padding` can't be {value!r}")
    elif late and isinstance(value, (list, tuple)) and not isinstance(value, Shape):
        return
    elif isinstance(value, (int, float, *NO_NUMBERS)):
        raise Refuse(Refusal.WRONG_SHAPE, f"`padding` can't be {shown(value)}")
    args["padding"] = value if isinstance(value, str) else "?"


def settle_window(rank: int, args: Args, *, causal: bool = False) -> None:
    """What all convolutions store: kernel, strides and dilation as `rank` sizes."""
    settle(args, "kernel_size", rank)
    settle(args, "strides", rank)
    settle(args, "dilation_rate", rank)
    settle_padding(args, causal=causal, late=True)
    not_below_one(args, "filters", "depth_multiplier")
    if isinstance(args.get("depth_multiplier"), float):
        keep_fraction(args, "depth_multiplier")


def strides_or_dilation(args: Args) -> None:
    """Only one of the two may be above 1."""
    strides, dilation = args["strides"], args["dilation_rate"]
    if above_one(strides) and above_one(dilation):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"strides={strides} can't go with dilation_rate={dilation}: one of them must be 1",
            recover=args,
        )


def above_one(values: tuple[Dim, ...]) -> bool:
    """Whether one of them is certainly above 1."""
    return any(type(value) is int and value > 1 for value in values)


def window_sides(args: Args, x: Shape) -> list[Dim]:
    """The sizes between batch and channels after the window of a convolution has run.

    Mirrors keras.src.ops.operation_utils.compute_conv_output_shape.
    """
    kernel = args["kernel_size"]
    if len(x) != len(kernel) + 2:
        text = f"kernel_size={kernel} is for {len(kernel) + 2} axes, the input has {len(x)}: {x}"
        raise Refuse(Refusal.WRONG_RANK, text, inputs=(0,))
    padding = args["padding"]
    window = (kernel, args["strides"], args["dilation_rate"])
    return [
        output_length(n, k, padding, s, d)
        for n, k, s, d in zip(spatial(args, x), *window, strict=True)
    ]


# --- Conv1D, Conv2D, Conv3D: base_conv.BaseConv


def conv_create(rank: int) -> Callable[[Args], None]:
    """The constructor of Conv{rank}D."""

    def create(args: Args) -> None:
        settle_window(rank, args, causal=rank == 1)
        strides_or_dilation(args)
        filters, groups = args.get("filters"), args.get("groups")
        if isinstance(groups, float) and groups > 0:
            keep_fraction(args, "groups")
        elif not is_element(groups):
            positive(args, "groups")
        numbers = isinstance(filters, (int, float)) and isinstance(groups, (int, float))
        if numbers and filters % groups:  # type: ignore[operator]
            args["groups"] = 1  # to go on with
            raise Refuse(
                Refusal.CHANNELS,
                f"filters={filters} can't be divided by groups={groups}",
                OfKeras3 if isinstance(filters, float) else Mismatch,  # Keras 2 took its integer
                sizes=(filters, groups),
                remedy=fewer_groups(filters, groups),
                recover=args,
            )

    return create


def windowed(args: Args, x: Shape, sides: Sequence[Dim], channels: Dim) -> Shape:
    """The output shape. Raises Refuse (EMPTY_OUTPUT) where the window does not fit once."""
    if args["padding"] != "valid":
        return with_spatial(args, x, sides, channels)
    try:
        return check_sides(args, x, sides, channels)
    except Refuse as refused:
        steps = zip(spatial(args, x), args["strides"], strict=True)
        whole = [output_length(n, 1, "same", stride) for n, stride in steps]
        remedy = f"padding='same' would give {with_spatial(args, x, whole, channels)}"
        if channels_stand_first(args, x):
            remedy = f"data_format='channels_first' would take {x[1]} as its channels"
        refused.mismatch = replace(refused.mismatch, remedy=remedy)
        raise


def channels_stand_first(args: Args, x: Shape) -> bool:
    """Whether a tensor that is taken to end with its channels looks as if it began with them."""
    numbers = [size for size in x[1:] if type(size) is int]
    return (
        args.get("data_format") != "channels_first"
        and len(numbers) == len(x) - 1 > 2
        and numbers[0] in IMAGE_CHANNELS
        and min(numbers[1:]) > max(IMAGE_CHANNELS)
    )


def conv(args: Args, x: Shape) -> Shape:
    """The window on each side, and `filters` channels."""
    return windowed(args, x, window_sides(args, x), size(args, "filters"))


def conv_built(args: Args, x: Shape) -> InputSpec:
    """The weights fix the channels, which the groups must divide."""
    axis = channel_axis(args, x)
    channels, groups = weight_size(x, axis), args.get("groups")
    filters_known(args)
    if type(channels) is int and type(groups) is int and channels % groups:
        raise Refuse(
            Refusal.CHANNELS,
            f"{channels} channels can't be divided by groups={groups}: {x}",
            axis=axis % len(x),
            sizes=(channels, groups),
            inputs=(0,),
            remedy=fewer_groups(channels, groups),
        )
    return InputSpec(axes=((axis, channels),))


# --- SeparableConv1D, SeparableConv2D: base_separable_conv.BaseSeparableConv


def separable_create(rank: int) -> Callable[[Args], None]:
    """The constructor of SeparableConv{rank}D and DepthwiseConv{rank}D."""

    def create(args: Args) -> None:
        settle_window(rank, args)

    return create


def filters_known(args: Args) -> None:
    """Raises Refuse (UNKNOWN_WEIGHT) for `filters` of None, which only the weights need."""
    filters = args.get("filters")
    if "filters" in args and (filters is None or (isinstance(filters, Size) and is_none(filters))):
        text = "`filters` is None and must be known to make the weights"
        raise Refuse(Refusal.UNKNOWN_WEIGHT, text)


def channels_built(args: Args, x: Shape) -> InputSpec:
    """The weights fix the channels."""
    filters_known(args)
    axis = channel_axis(args, x)
    return InputSpec(axes=((axis, weight_size(x, axis)),))


# --- DepthwiseConv1D, DepthwiseConv2D: base_depthwise_conv.BaseDepthwiseConv


def depthwise(args: Args, x: Shape) -> Shape:
    """The window on each side, and some channels for each one of the input."""
    axis = channel_axis(args, x)
    sides = window_sides(args, x)
    channels = weight_size(x, axis, recover=with_spatial(args, x, sides, UNKNOWN_SIZE))
    return windowed(args, x, sides, channels * size(args, "depth_multiplier"))


# --- Conv1DTranspose, Conv2DTranspose, Conv3DTranspose: base_conv_transpose.BaseConvTranspose


def transpose_create(rank: int) -> Callable[[Args], None]:
    """The constructor of Conv{rank}DTranspose."""

    def create(args: Args) -> None:
        settle_window(rank, args)
        if args.get("output_padding") is not None:
            settle(args, "output_padding", rank, zero=True)
            for extra, stride in zip(args["output_padding"], args["strides"], strict=True):
                if type(extra) is int and type(stride) is int and extra >= stride:
                    raise Refuse(
                        Refusal.WRONG_SHAPE,
                        f"output_padding={args['output_padding']} must be less than "
                        f"strides={args['strides']}",
                        recover=args,
                    )
        strides_or_dilation(args)

    return create


def transpose_sides(args: Args, x: Shape) -> list[Dim]:
    """The sizes between batch and channels after a transposed convolution.

    In a wrapper its input may have fewer axes.
    """
    padding, kernel = args["padding"], args["kernel_size"]
    extra = args["output_padding"] or (None,) * len(kernel)
    sides = spatial(args, x)
    if len(sides) > len(kernel):
        text = f"needs {len(kernel) + 2} axes, the input has {len(x)}: {x}"
        raise Refuse(Refusal.WRONG_RANK, text, inputs=(0,))
    return [
        transposed_length(n, k, padding, s, d, e)
        for n, k, s, d, e in zip(
            sides, kernel, args["strides"], args["dilation_rate"], extra, strict=False
        )
    ]


def transpose(args: Args, x: Shape) -> Shape:
    """What a convolution would have come from, with `filters` channels."""
    return with_spatial(args, x, transpose_sides(args, x), size(args, "filters"))


# --- LocallyConnected1D, LocallyConnected2D, gone since Keras 3


def local_create(rank: int) -> Callable[[Args], None]:
    """The constructor of LocallyConnected{rank}D."""

    def create(args: Args) -> None:
        args["dilation_rate"] = 1
        settle_window(rank, args)

    return create


def local_built(args: Args, x: Shape) -> InputSpec:
    """Each position has weights of its own, so all sizes are fixed."""
    return InputSpec(ndim=len(x), axes=tuple(enumerate(x))[1:])


def enter(name: str, rank: int, rule: Any, create: Any, built: Any) -> None:
    """One row of the table of convolutions."""
    layer(name, spec=InputSpec(ndim=rank + 2), create=create, built=built, bare=True)(rule)


for _suffix, _rank in RANKS.items():
    enter(f"Conv{_suffix}", _rank, conv, conv_create(_rank), conv_built)
    enter(f"Conv{_suffix}Transpose", _rank, transpose, transpose_create(_rank), channels_built)
    if _rank == 3:
        continue
    enter(f"SeparableConv{_suffix}", _rank, conv, separable_create(_rank), channels_built)
    enter(f"DepthwiseConv{_suffix}", _rank, depthwise, separable_create(_rank), channels_built)
    enter(f"LocallyConnected{_suffix}", _rank, conv, local_create(_rank), local_built)
