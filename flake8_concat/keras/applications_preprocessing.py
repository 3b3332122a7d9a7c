"""`preprocess_input` of the networks of keras.applications."""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.ops.nn import is_channels_first
from flake8_concat.keras.ops.reading import need_rank, shape_of
from flake8_concat.keras.ops.table import functions, with_values
from flake8_concat.shapes import Lose, Refusal, Refuse, Shape

CAFFE = ("vgg16", "vgg19", "resnet", "resnet50")
TORCH = ("densenet",)
SAME = (
    "convnext",
    "efficientnet",
    "efficientnet_v2",
    "inception_resnet_v2",
    "inception_v3",
    "mobilenet",
    "mobilenet_v2",
    "mobilenet_v3",
    "nasnet",
    "resnet_v2",
    "xception",
)
COLOURS = 3
_OF_CAFFE, _OF_TORCH, _OF_ALL = (
    tuple(f"keras.applications.{module}: preprocess_input" for module in modules)
    for modules in (CAFFE, TORCH, ("imagenet_utils",))
)


@functions(
    "x, data_format=None", *(f"keras.applications.{module}: preprocess_input" for module in SAME)
)
def preprocess_same(x: Any) -> Any:
    """Scales, or does nothing at all."""
    return x


@functions("x, data_format=None", *_OF_CAFFE)
def of_caffe(x: Any, data_format: Any) -> Any:
    """Blue comes first, the means are taken away."""
    return preprocess(x, data_format, "caffe")


@functions("x, data_format=None", *_OF_TORCH)
def of_torch(x: Any, data_format: Any) -> Any:
    """Means and deviations of three colours."""
    return preprocess(x, data_format, "torch")


@functions('x, data_format=None, mode="caffe"', *_OF_ALL)
def preprocess(x: Any, data_format: Any, mode: Any) -> Any:
    """Mirrors keras.src.applications.imagenet_utils._preprocess_symbolic_input.

    The first three channels are put the other way round, or all are divided by three numbers.
    """
    if mode == "tf":
        return x
    shape = shape_of(x)
    first = is_channels_first(data_format)
    if mode not in ("caffe", "torch") or (first and len(shape) != 4):
        raise Lose("preprocess_input of an image that has not 3 channels")
    need_rank(shape, 2)
    axis = 1 if first else -1
    channels = shape[axis]
    if type(channels) is int and (
        channels < COLOURS if mode == "caffe" else channels not in (1, COLOURS)
    ):
        raise Refuse(
            Refusal.CHANNELS,
            f"treats 3 colours each by itself, axis {axis % len(shape)} of {shape} is {channels}",
            axis=axis % len(shape),
            sizes=(channels,),
            inputs=(0,),
        )
    return shape.replace(axis, COLOURS)


@with_values(*_OF_CAFFE, *_OF_TORCH, *_OF_ALL)
def colours_of_values(x: Any, data_format: Any = None, mode: Any = "caffe") -> Any:
    """Of an array the first three channels change, whatever else it has."""
    if mode == "tf":
        return x
    if isinstance(x, Shape) and len(x) in (3, 4):
        axes = {"channels_last": (-1,), "channels_first": (-3,), None: (-1, -3)}.get(
            data_format, ()
        )
        if any(x[axis] == COLOURS for axis in axes):
            return x
    raise Lose("preprocess_input of an image that has not 3 channels")
