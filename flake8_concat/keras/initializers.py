"""Initializers that fill matrices, for weights that are none: `bias_initializer="orthogonal"`.

Keras finds out where it makes the weight. tests/oracle/test_initializers.py asks it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

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
    return None


def _has_one_axis(args: Mapping[str, Any]) -> bool:
    """Whether a normalization is over one axis, if the layer is one."""
    axis = args.get("axis", 0)
    return type(axis) is int or (isinstance(axis, (list, tuple)) and len(axis) == 1)
