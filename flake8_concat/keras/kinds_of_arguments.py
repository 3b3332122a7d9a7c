"""Arguments of layers of a kind that the constructor never takes, whatever else it is given.

`Dropout(None)`, `RandomZoom("in")`: Keras compares or calculates with what it gets. Each row is
held against Keras by tests/oracle/test_kinds_of_arguments.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from flake8_concat.keras.arguments import shown
from flake8_concat.shapes import Shape

Table = dict[tuple[str, ...], dict[str, str]]

# By kinds and parameter the layers whose constructor refuses these. Where some words mean
# something, and where lists of some lengths do, all of them are left out.
REFUSED: Table = {
    ("float",): {
        "axis": "Normalization",
        "output_shape": "MultiHeadAttention",
    },
    ("list",): {
        "output_mode": (
            "CategoryEncoding Discretization Hashing IntegerLookup StringLookup TextVectorization"
        ),
        "scale": "RandomPerspective",
    },
    ("none",): {
        "fft_length": "MelSpectrogram",
        "layer": "Bidirectional SpectralNormalization TimeDistributed",
    },
    ("word",): {
        "brightness_factor": "RandomColorJitter",
        "contrast_factor": "RandomColorJitter",
        "factor": "RandomBrightness RandomRotation",
        "hue_factor": "RandomColorJitter",
        "saturation_factor": "RandomColorJitter",
        "sequence_length": "MelSpectrogram",
        "width_factor": "RandomZoom",
    },
    ("float", "number"): {
        "mask_token": "StringLookup",
        "vocabulary": "IntegerLookup StringLookup TextVectorization",
    },
    ("none", "float"): {
        "output_shape": "EinsumDense",
    },
    ("none", "list"): {
        "epsilon": "BatchNormalization",
        "fill_value": "MaxNumBoundingBoxes",
        "head_dim": "GroupQueryAttention",
        "max_number": "MaxNumBoundingBoxes",
        "momentum": "BatchNormalization",
        "rate": (
            "AlphaDropout Dropout GaussianDropout SpatialDropout1D SpatialDropout2D "
            "SpatialDropout3D"
        ),
        "stddev": "GaussianNoise",
    },
    ("none", "word"): {
        "addition_factor": "Solarization",
        "factor": (
            "AugMix CutMix RandAugment RandomColorDegeneration RandomContrast "
            "RandomElasticTransform RandomErasing RandomGaussianBlur RandomGrayscale RandomHue "
            "RandomInvert RandomPerspective RandomPosterization RandomSaturation RandomSharpness"
        ),
        "height_factor": "RandomTranslation RandomZoom",
        "kernel_size": "RandomGaussianBlur",
        "scale": "RandomElasticTransform RandomErasing RandomPerspective",
        "sigma": "RandomGaussianBlur",
        "threshold_factor": "Solarization",
        "width_factor": "RandomTranslation",
        "x_factor": "RandomShear",
        "y_factor": "RandomShear",
    },
    ("word", "float"): {
        "attention_axes": "MultiHeadAttention",
        "mask_token": "IntegerLookup",
        "ngrams": "TextVectorization",
        "salt": "StringLookup",
    },
    ("word", "list"): {
        "frame_step": "STFTSpectrogram",
        "l1": "ActivityRegularization",
        "l2": "ActivityRegularization",
        "max_tokens": "IntegerLookup StringLookup",
        "max_value": "ReLU",
        "sliding_window": "GroupQueryAttention",
    },
    ("list", "float", "number"): {
        "scaling": "STFTSpectrogram",
        "split": "TextVectorization",
        "standardize": "TextVectorization",
    },
    ("none", "float", "number"): {
        "padding": "ConvLSTM1D ConvLSTM2D ConvLSTM3D",
    },
    ("none", "word", "list"): {
        "dropout": (
            "AdditiveAttention Attention ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM "
            "LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "frame_length": "STFTSpectrogram",
        "negative_slope": "ReLU",
        "num_key_value_heads": "GroupQueryAttention",
        "num_query_heads": "GroupQueryAttention",
        "power_iterations": "SpectralNormalization",
        "recurrent_dropout": (
            "ConvLSTM1D ConvLSTM2D ConvLSTM3D GRU GRUCell LSTM LSTMCell SimpleRNN SimpleRNNCell"
        ),
        "sampling_rate": "MelSpectrogram",
        "threshold": "ReLU",
    },
    ("word", "float", "number"): {
        "dims": "Permute",
    },
    ("word", "list", "float"): {
        "fft_length": "STFTSpectrogram",
        "max_tokens": "TextVectorization",
    },
    ("none", "list", "float", "number"): {
        "fill_mode": (
            "RandomElasticTransform RandomRotation RandomShear RandomTranslation RandomZoom"
        ),
        "interpolation": (
            "AugMix RandAugment RandomElasticTransform RandomPerspective RandomRotation "
            "RandomShear RandomTranslation RandomZoom UpSampling2D"
        ),
        "mode": "STFTSpectrogram",
        "oov_method": "IntegerLookup",
        "output_mode": "HashedCrossing",
        "padding": "STFTSpectrogram",
        "score_mode": "Attention",
        "vocabulary_dtype": "IntegerLookup",
    },
    ("none", "word", "float", "number"): {
        "cells": "StackedRNNCells",
        "value_range": (
            "AugMix AutoContrast Equalization RandAugment RandomBrightness "
            "RandomColorDegeneration RandomPosterization RandomSaturation RandomSharpness "
            "Solarization"
        ),
    },
    ("none", "word", "list", "float"): {
        "groups": "GroupNormalization",
        "num_oov_indices": "IntegerLookup StringLookup",
    },
    ("word", "list", "float", "number"): {
        "backward_layer": "Bidirectional",
    },
}

# The same where the constructor takes it and the call fails, on tensors of any shape.
REFUSED_WHEN_CALLED: Table = {
    ("list",): {
        "padding": (
            "Conv1D Conv1DTranspose Conv2D Conv2DTranspose Conv3D Conv3DTranspose ConvLSTM1D "
            "ConvLSTM2D ConvLSTM3D DepthwiseConv1D DepthwiseConv2D SeparableConv1D SeparableConv2D"
        ),
    },
    ("none",): {
        "depth_multiplier": "SeparableConv1D SeparableConv2D",
    },
    ("word",): {
        "axis": "Normalization",
        "mean": "Normalization",
        "output_shape": "MultiHeadAttention",
        "variance": "Normalization",
    },
    ("none", "list"): {
        "axis": "GroupNormalization",
    },
    ("word", "float"): {
        "lora_rank": "Dense EinsumDense Embedding",
        "shared_axes": "PReLU",
    },
    ("float", "number"): {
        "bias_axes": "EinsumDense",
    },
    ("none", "word", "list"): {
        "dropout": "GroupQueryAttention MultiHeadAttention",
    },
    ("none", "list", "float", "number"): {
        "equation": "EinsumDense",
    },
}


@cache
def refused_by(layer: str, *, called: bool = False) -> dict[str, frozenset[str]]:
    """By parameter the kinds that a layer refuses, where it is made or where it is called."""
    found: dict[str, frozenset[str]] = {}
    for kinds, parameters in (REFUSED_WHEN_CALLED if called else REFUSED).items():
        for parameter, layers in parameters.items():
            if layer in layers.split():
                found[parameter] = found.get(parameter, frozenset()).union(kinds)
    return found


def kind_of(value: Any) -> str:
    """The kind that a value certainly is of, as the tables call them; "" for what is not known."""
    if value is None:
        return "none"
    if isinstance(value, str):
        return "word" if value else ""
    if isinstance(value, (int, float)):
        return "float" if isinstance(value, float) else "number"
    plain = isinstance(value, (list, tuple)) and not isinstance(value, Shape)
    return "list" if plain and getattr(value, "blur", None) is None else ""


def refused_kind(layer: str, args: Mapping[str, Any], *, called: bool = False) -> str | None:
    """What is wrong with the kind of an argument of a layer, None if nothing is."""
    for parameter, kinds in refused_by(layer, called=called).items():
        value = args.get(parameter, ...)
        if kind_of(value) in kinds:
            return f"`{parameter}` can't be {shown(value)}"
    return None
