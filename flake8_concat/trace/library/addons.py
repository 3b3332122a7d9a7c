"""Layers that other packages bring and that leave the shape, as they say it in their docstrings.

`tensorflow_addons.layers.InstanceNormalization`, "Output shape: same shape as input"; the same in
`keras_contrib`. Of their arguments and weights nothing is followed.
"""

from __future__ import annotations

from typing import Any

from flake8_concat.keras.layer import Layer
from flake8_concat.trace.library import function

ROOMS = (
    "tensorflow_addons.layers",
    "tensorflow_addons.layers.normalizations",
    "keras_contrib.layers",
    "keras_contrib.layers.normalization",
    "keras_contrib.layers.normalization.instancenormalization",
    "keras_contrib.layers.normalization.groupnormalization",
)
CLASSES = ("InstanceNormalization", "GroupNormalization")


def _keeps(kind: str) -> Any:
    def make(tracer: Any, *args: Any, name: Any = None, **kwargs: Any) -> Any:
        """The layer; it stands as one that hands on what it is given."""
        called = name if isinstance(name, str) else tracer.names.auto(kind)
        made = tracer.make_layer("Identity", (), {"name": called})
        if isinstance(made, Layer):
            made.extended = True
        return made

    return make


for _kind in CLASSES:
    function(*(f"{room}.{_kind}" for room in ROOMS))(_keeps(_kind))
