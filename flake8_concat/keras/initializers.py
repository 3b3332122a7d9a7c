"""Initializers that fill matrices, for weights that are none: `bias_initializer="orthogonal"`.

Keras finds out where it makes the weight. tests/oracle/test_initializers.py asks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import prod
from typing import Any

from flake8_concat.shapes import Shape

IDENTITY = frozenset({"Identity", "IdentityInitializer", "identity"})  # of rank 2
ORTHOGONAL = frozenset({"Orthogonal", "OrthogonalInitializer", "orthogonal"})  # of rank 2 or more

_CONVOLUTIONS = (
    *("Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose", "Conv2DTranspose", "Conv3DTranspose"),
    *("ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"),
)
_DEPTHWISE = ("DepthwiseConv1D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D")
_HEADS = ("GroupQueryAttention", "MultiHeadAttention")
_ROWS = ("Dense", "LSTM", "LSTMCell", "SimpleRNN", "SimpleRNNCell")
_NORMALIZATIONS = ("BatchNormalization", "GroupNormalization", "LayerNormalization")
# Weights with one axis: by parameter the flag that says whether there is one, and the layers.
ONE_AXIS: dict[str, tuple[str, tuple[str, ...]]] = {
    "beta_initializer": ("center", _NORMALIZATIONS),
    "bias_initializer": ("use_bias", (*_CONVOLUTIONS, *_DEPTHWISE, *_HEADS, *_ROWS)),
    "gamma_initializer": ("scale", _NORMALIZATIONS),
    "moving_mean_initializer": ("", ("BatchNormalization",)),
    "moving_variance_initializer": ("", ("BatchNormalization",)),
}
# Weights with more than two.
DEEP: dict[str, tuple[str, ...]] = {
    "depthwise_initializer": _DEPTHWISE,
    "kernel_initializer": (*_CONVOLUTIONS, *_HEADS),
    "pointwise_initializer": ("SeparableConv1D", "SeparableConv2D"),
    "recurrent_initializer": ("ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"),
}
# Weights of which the arguments say the sizes: by layer and parameter the names of these.
SIZES: dict[str, tuple[str, tuple[str, ...]]] = {
    "Dense": ("bias_initializer", ("units",)),
    "Embedding": ("embeddings_initializer", ("input_dim", "output_dim")),
    **dict.fromkeys(
        [name for name in _CONVOLUTIONS if "LSTM" not in name], ("bias_initializer", ("filters",))
    ),
}


@cache
def weights_of(layer: str) -> tuple[tuple[str, str, bool], ...]:
    """The weights of a layer that are no matrices: (parameter, flag, whether it has one axis)."""
    flat = [(name, flag, True) for name, (flag, layers) in ONE_AXIS.items() if layer in layers]
    return (*flat, *[(name, "", False) for name, layers in DEEP.items() if layer in layers])


def refused_initializer(layer: str, args: Mapping[str, Any]) -> str | None:
    """What is wrong with an initializer where the layer is built, None if nothing is."""
    for name, flag, flat in weights_of(layer):
        word: Any = args.get(name)
        if not isinstance(word, str) or not (word in IDENTITY or (flat and word in ORTHOGONAL)):
            continue
        if (flag and args.get(flag) is not True) or not _has_one_axis(args):
            continue
        return f"`{name}` can't be {word!r}, which makes a matrix"
    return _refused_array(layer, args)


def _refused_array(layer: str, args: Mapping[str, Any]) -> str | None:
    """What is wrong with an array that a weight is to be filled with.

    Keras 3 repeats that of a Constant; Keras 2 took as many elements in any shape.
    """
    parameter, names = SIZES.get(layer, ("", ()))
    value: Any = args.get(parameter)
    shape = value if isinstance(value, Shape) else getattr(value, "filled", None)
    if not isinstance(shape, Shape) or not shape or args.get("use_bias", True) is not True:
        return None
    wanted = Shape(args.get(name) for name in names)  # type: ignore[misc]
    if not all(type(n) is int for n in (*wanted, *shape)):
        return None
    what = f"`{parameter}` is an array of shape {shape}, the weight is {wanted}"
    if shape is value:
        return what if shape != wanted else None
    padded = (1,) * (len(wanted) - len(shape)) + tuple(shape)
    fits = len(padded) == len(wanted) and all(
        n in (1, size) for n, size in zip(padded, wanted, strict=True)
    )
    return what if not fits and prod(shape) != prod(wanted) else None


def _has_one_axis(args: Mapping[str, Any]) -> bool:
    """Whether a normalization is over one axis, if the layer is one."""
    axis = args.get("axis", 0)
    return type(axis) is int or (isinstance(axis, (list, tuple)) and len(axis) == 1)
