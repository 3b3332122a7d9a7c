"""Convolutions (keras/src/layers/convolutional)."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import channel_axis, data_format, sizes, spatial
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import Dim, Refusal, Refuse, Shape

RANKS = {"1D": 1, "2D": 2, "3D": 3}


def output_length(length: Dim, kernel: Dim, padding: str, stride: Dim, dilation: Dim = 1) -> Dim:
    """The size of one axis after a window has run over it.

    Mirrors keras.src.ops.operation_utils.compute_conv_output_shape. Units: positions.
    """
    reach = (kernel - 1) * dilation + 1
    if padding in ("same", "causal"):
        return (length - 1) // stride + 1
    return (length - reach) // stride + 1


def conv(rank: int) -> Any:
    """The rule of Conv{rank}D (keras.src.layers.convolutional.base_conv.BaseConv)."""

    def call(args: Args, x: Shape) -> Shape:
        kernel = sizes(args["kernel_size"], rank, "kernel_size")
        strides = sizes(args["strides"], rank, "strides")
        dilation = sizes(args["dilation_rate"], rank, "dilation_rate")
        padding = str(args["padding"]).lower()
        out = [
            output_length(n, k, padding, s, d)
            for n, k, s, d in zip(spatial(args, x), kernel, strides, dilation, strict=True)
        ]
        for size in out:
            if type(size) is int and size <= 0:
                raise Refuse(Refusal.EMPTY_OUTPUT, f"the output size would be {size}", inputs=(0,))
        channels = args["filters"]
        if data_format(args) == "channels_first":
            return Shape((x[0], channels, *out))
        return Shape((x[0], *out, channels))

    return call


def conv_built(args: Args, x: Shape) -> InputSpec:
    """The weights fix the channels."""
    axis = channel_axis(args, x)
    return InputSpec(ndim=len(x), axes=((axis, x[axis]),))


for _name, _rank in RANKS.items():
    layer(f"Conv{_name}", f"Convolution{_name}", spec=InputSpec(ndim=_rank + 2), built=conv_built)(
        conv(_rank)
    )
