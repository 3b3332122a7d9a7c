"""ConvLSTM (keras/src/layers/rnn/conv_lstm.py): recurrent layers that step with convolutions."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.arguments import data_format, flag, settle, size
from flake8_concat.keras.recurrent import check_batch, results, sequences
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import Dim, Refusal, Refuse, Shape, is_none

RANKS = {"1D": 1, "2D": 2, "3D": 3}


def check_window(rank: int) -> Any:
    """The constructor of ConvLSTM{rank}D."""

    def create(args: Args) -> None:
        settle(args, "kernel_size", rank)
        settle(args, "strides", rank, zero=True)
        settle(args, "dilation_rate", rank)
        padding = args["padding"]
        if isinstance(padding, str) and padding.lower() not in ("valid", "same"):
            raise Refuse(Refusal.WRONG_SHAPE, f"`padding` is {padding!r}")
        if above_1(args["strides"]) and above_1(args["dilation_rate"]):
            raise Refuse(Refusal.WRONG_SHAPE, "`strides` and `dilation_rate` are both above 1")

    return create


def above_1(given: tuple[Dim, ...]) -> bool:
    """Whether one of the numbers is certainly above 1."""
    return any(type(n) is int and n > 1 for n in given)


def step_axes(args: Args, x: Shape) -> tuple[int, range]:
    """The channel axis, and the axes between time and channels."""
    if data_format(args) == "channels_first":
        return 2, range(3, len(x))
    return len(x) - 1, range(2, len(x) - 1)


def conv_built(rank: int) -> Any:
    """ConvLSTMCell.build and RNN.build: states have a fixed size, and so the images."""

    def built(args: Args, x: Any) -> InputSpec:
        x = sequences(x)
        if len(x) != rank + 3:
            return InputSpec()
        channels, spatial = step_axes(args, x)
        for axis in (*spatial, channels):
            if is_none(x[axis]):
                raise Refuse(
                    Refusal.UNKNOWN_WEIGHT,
                    f"needs to know the size of axis {axis}, which is None",
                    axis=axis,
                    inputs=(0,),
                )
        filters = size(args, "filters")
        if type(filters) is int and filters < 0:
            raise Refuse(Refusal.WRONG_SHAPE, f"`filters` must not be negative, got {filters}")
        check_batch(args, x)
        return InputSpec()

    return built


def output_sizes(args: Args, x: Shape) -> list[Dim]:
    """The spatial sizes after the convolution. Mirrors compute_conv_output_shape."""
    kernel, strides, dilation = args["kernel_size"], args["strides"], args["dilation_rate"]
    same = str(args["padding"]).lower() == "same"
    _, spatial = step_axes(args, x)
    sizes: list[Dim] = []
    for axis, k, s, d in zip(spatial, kernel, strides, dilation, strict=True):
        if s == 0:
            raise Refuse(Refusal.WRONG_SHAPE, "`strides` must be at least 1, got 0")
        reach = 1 if same else (k - 1) * d + 1
        out = (x[axis] - reach) // s + 1
        if not same and type(out) is int and out <= 0:
            raise Refuse(
                Refusal.EMPTY_OUTPUT,
                f"the size of axis {axis} would be {out}",
                axis=axis,
                sizes=(x[axis], reach),
                inputs=(0,),
            )
        sizes.append(out)
    return sizes


def conv_lstm(rank: int) -> Any:
    """The rule of ConvLSTM{rank}D."""

    def call(args: Args, x: Any) -> Any:
        x = sequences(x)
        if len(x) != rank + 3:
            raise Refuse(Refusal.WRONG_RANK, f"needs rank {rank + 3}, has rank {len(x)}")
        sizes = output_sizes(args, x)
        filters = size(args, "filters")
        first = data_format(args) == "channels_first"
        output = (filters, *sizes) if first else (*sizes, filters)
        state = Shape((x[0], *output))
        states = (state, state) if flag(args, "return_state") else ()
        return results(args, x, output, states)

    return call


for _name, _rank in RANKS.items():
    layer(
        f"ConvLSTM{_name}",
        create=check_window(_rank),
        spec=InputSpec(ndim=_rank + 3),
        built=conv_built(_rank),
        single=False,
    )(conv_lstm(_rank))
