"""Layers from sound to pictures (keras/src/layers/preprocessing): MelSpectrogram and STFT."""

from __future__ import annotations

import math
from typing import Any

from flake8_concat.keras.arguments import channels_first, flag, size
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import (
    UNKNOWN_SIZE,
    Dim,
    Lose,
    Refusal,
    Refuse,
    Shape,
    fresh_none,
    is_none,
)

# MelSpectrogram.


def check_mel(args: Args) -> None:
    """The constructor of MelSpectrogram."""
    fft, length = args.get("fft_length"), args.get("sequence_length") or args.get("fft_length")
    if isinstance(fft, int) and isinstance(length, int) and fft < length:
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`sequence_length` is {length}, more than `fft_length`, {fft}"
        )


@layer("MelSpectrogram", create=check_mel)
def mel_spectrogram(args: Args, x: Shape) -> Shape:
    """keras.layers.MelSpectrogram; axes after the second are left out, as Keras does."""
    if not x:
        raise Refuse(Refusal.WRONG_RANK, "needs rank 1 or 2, has rank 0", inputs=(0,))
    written = args.get("num_mel_bins")
    bins = fresh_none() if written is None else size(args, "num_mel_bins")
    stride = size(args, "sequence_stride")
    if type(bins) is int and bins < 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`num_mel_bins` must not be negative, is {bins}")
    steps = mel_steps(x[min(1, len(x) - 1)], stride)
    return Shape((bins, steps)) if len(x) == 1 else Shape((x[0], bins, steps))


def mel_steps(length: Dim, stride: Dim) -> Dim:
    """How many windows there are; Keras does not count them where the length is None."""
    if is_none(length) and type(stride) is int and stride <= 0:
        return fresh_none()
    if stride == 0:
        raise Refuse(Refusal.WRONG_SHAPE, "`sequence_stride` must be positive, is 0")
    steps = (length + stride + 1) // stride
    if type(steps) is int and steps < 0:
        raise Refuse(Refusal.EMPTY_OUTPUT, f"the number of windows would be {steps}")
    return steps


# STFTSpectrogram.

WORDS = {
    "mode": ("log", "magnitude", "psd", "real", "imag", "angle", "stft"),
    "scaling": ("density", "spectrum"),
    "padding": ("valid", "same"),
}


def check_stft(args: Args) -> None:
    """The constructor of STFTSpectrogram."""
    frame, step, fft = (args.get(n) for n in ("frame_length", "frame_step", "fft_length"))
    if isinstance(step, (int, float)) and (step <= 0 or (type(frame) is int and step > frame)):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`frame_step` must lie in [1, `frame_length`], is {step}"
        )
    if type(fft) is int and type(frame) is int and fft < frame:
        raise Refuse(Refusal.WRONG_SHAPE, f"`fft_length` is {fft}, less than the frame's {frame}")
    if type(frame) is int and frame <= 0:
        raise Refuse(Refusal.WRONG_SHAPE, f"`frame_length` must be positive, is {frame}")
    for name, words in WORDS.items():
        value = args.get(name)
        if isinstance(value, str) and value not in words:
            raise Refuse(Refusal.WRONG_SHAPE, f"`{name}` is {value!r}, not one of {words}")


def frequencies(args: Args) -> Dim:
    """How many frequencies there are; twice as many where both parts are returned."""
    frame, fft = size(args, "frame_length"), args["fft_length"]
    if not fft:
        fft = 2 ** math.ceil(math.log2(frame)) if type(frame) is int else UNKNOWN_SIZE
    count: Dim = fft // 2 + 1
    return count * 2 if args["mode"] == "stft" else count


@layer("STFTSpectrogram", create=check_stft, spec=InputSpec(ndim=3), bare=True)
def stft_spectrogram(args: Args, x: Shape) -> Shape:
    """keras.layers.STFTSpectrogram: a convolution over time, for each channel."""
    first = channels_first(args)
    time_axis, channel_axis = (2, 1) if first else (1, 2)
    channels, frame = x[channel_axis], size(args, "frame_length")
    if is_none(channels):
        raise Refuse(
            Refusal.UNKNOWN_WEIGHT,
            f"the size of axis {channel_axis} must be known: {x}",
            axis=channel_axis,
            inputs=(0,),
        )
    steps = time_steps(args, x, time_axis, frame)
    count = frequencies(args)
    if flag(args, "expand_dims"):
        sides: tuple[Any, ...] = (channels, steps, count) if first else (steps, count, channels)
    else:
        sides = (count * channels, steps) if first else (steps, count * channels)
    return Shape((x[0], *sides))


def time_steps(args: Args, x: Shape, axis: int, frame: Dim) -> Dim:
    """How many frames fit into the time axis."""
    if isinstance(args["frame_step"], float):
        raise Lose("`frame_step` is a fraction")
    step: Dim = size(args, "frame_step") if args["frame_step"] else frame // 2
    if step == 0:
        raise Refuse(Refusal.WRONG_SHAPE, "a frame of 1 leaves no step")
    if args["padding"] == "same":
        return (x[axis] - 1) // step + 1
    steps = (x[axis] - frame) // step + 1
    if type(steps) is int and steps <= 0:
        raise Refuse(
            Refusal.EMPTY_OUTPUT,
            f"the size of axis {axis} would be {steps}: {x}",
            axis=axis,
            sizes=(x[axis], frame),
            inputs=(0,),
        )
    return steps
