"""Argument names and defaults of Keras' layers: one table, read on first use."""

from __future__ import annotations

from functools import cache
from typing import Any

from flake8_concat.keras.registry import Signature, parse_signature
from flake8_concat.keras.signatures.calls import IMAGE_LAYERS
from flake8_concat.keras.signatures.layers import ALIASES, KERAS_VERSION, LAYERS
from flake8_concat.keras.signatures.old import OLD_LAYERS

__all__ = ["ALIASES", "KERAS_VERSION", "LAYERS", "OLD_LAYERS", "canonical", "layer_signature"]

# What `**kwargs` of a layer ends in (keras.layers.Layer.__init__).
BASE = {
    "activity_regularizer": None,
    "trainable": True,
    "dtype": None,
    "autocast": True,
    "name": None,
    "input_dim": None,
    "input_shape": None,
}

# What it ends in for some layers beyond that.
_MORE: dict[tuple[str, ...], dict[str, Any]] = {
    ("ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D"): {"zero_output_for_mask": False, "unroll": False},
    ("GRU", "LSTM", "SimpleRNN"): {"zero_output_for_mask": False},
    ("IntegerLookup", "StringLookup", "TextVectorization"): {"vocabulary_size": None},
    ("AdditiveAttention",): {"seed": None},
    ("ReversibleEmbedding",): {"weights": None, "quantization_config": None, "input_length": None},
    tuple(IMAGE_LAYERS): {"bounding_box_format": None, "data_format": None, "factor": None},
}
HANDED_ON: dict[str, dict[str, Any]] = {
    name: more for names, more in _MORE.items() for name in names
}


def canonical(name: str) -> str:
    """The name that a layer class calls itself: "AveragePooling2D" for "AvgPool2D"."""
    return ALIASES.get(name, name)


@cache
def layer_signature(name: str) -> Signature:
    """The signature of a class of keras.layers, what the base class accepts included.

    Raises KeyError for a name that keras.layers never had.
    """
    text = LAYERS.get(canonical(name)) or OLD_LAYERS[name]
    signature = parse_signature(text)
    if not signature.keywords:
        return signature
    more = {**BASE, **HANDED_ON.get(canonical(name), {})}
    extra = {key: value for key, value in more.items() if key not in signature.names}
    positional = signature.positional
    return Signature(
        names=(*signature.names, *extra),
        defaults={**signature.defaults, **extra},
        star=signature.star,
        positional=len(signature.names) if positional is None else positional,
    )
