"""Layers that only act in training and leave the shape (keras/src/layers/regularization)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.activation import not_negative
from flake8_concat.keras.arguments import between
from flake8_concat.keras.registry import Args, InputSpec, layer


def fraction(name: str) -> Callable[[Args], None]:
    """The constructor of a layer whose argument must be between 0 and 1."""

    def create(args: Args) -> None:
        between(args, name, 0, 1)

    return create


# The name of the argument that is a fraction, and the rank that the layer wants.
LAYERS: dict[str, tuple[str, int | None]] = {
    "Dropout": ("rate", None),
    "AlphaDropout": ("rate", None),
    "GaussianDropout": ("rate", None),
    "GaussianNoise": ("stddev", None),
    "SpatialDropout1D": ("rate", 3),
    "SpatialDropout2D": ("rate", 4),
    "SpatialDropout3D": ("rate", 5),
}


def same(args: Args, inputs: Any, training: Any = None) -> Any:
    """The shape stays."""
    return inputs


for _name, (_argument, _rank) in LAYERS.items():
    layer(
        _name,
        create=fraction(_argument),
        spec=InputSpec(ndim=_rank) if _rank else None,
        call="inputs, training=False",
        single=False,
    )(same)

layer("ActivityRegularization", create=not_negative("l1", "l2"), single=False)(same)
