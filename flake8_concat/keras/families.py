"""All that is known of Keras, entered on demand: importing a family fills LAYERS and OPS."""

from __future__ import annotations

from functools import cache
from importlib import import_module

FAMILIES = (
    "activation",
    "convolution",
    "core",
    "merging",
    "merging_functions",
    "normalization",
    "pooling",
    "regularization",
    "reshaping",
    "recurrent",
    "conv_lstm",
    "attention",
    "preprocessing",
    "index_lookup",
    "image_preprocessing",
    "spectrograms",
    "wrappers",
    "ops",
    "models",
    "applications",
    "applications_preprocessing",
    "losses",
)


@cache
def load() -> None:
    """Enters all layers and functions. Costs some milliseconds the first time, nothing after."""
    for family in FAMILIES:
        import_module(f"flake8_concat.keras.{family}")
