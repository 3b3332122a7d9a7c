"""Layers that only act in training and leave the shape (keras/src/layers/regularization)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flake8_concat.keras.activation import not_negative
from flake8_concat.keras.arguments import between, shown
from flake8_concat.keras.registry import Args, InputSpec, layer
from flake8_concat.shapes import Refusal, Refuse, Shape


def fraction(name: str) -> Callable[[Args], None]:
    """The constructor of a layer whose argument must be between 0 and 1."""

    def create(args: Args) -> None:
        between(args, name, 0, 1)

    return create


def dropout_create(args: Args) -> None:
    """Checks `noise_shape` as well, which AlphaDropout does not."""
    between(args, "rate", 0, 1)
    noise = args.get("noise_shape")
    if isinstance(noise, Shape):  # an array, whose numbers are not looked at
        return
    if isinstance(noise, (str, int, float)):
        raise Refuse(
            Refusal.WRONG_SHAPE, f"`noise_shape` must be a tuple, is {shown(noise)}", recover=args
        )
    if isinstance(noise, (list, tuple)) and any(
        isinstance(n, (str, float)) or type(n) in (list, tuple) for n in noise
    ):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"the sizes of `noise_shape` must be integers: {shown(noise)}",
            recover=args,
        )
    if isinstance(noise, (list, tuple)) and any(type(n) is int and n <= 0 for n in noise):
        raise Refuse(
            Refusal.WRONG_SHAPE,
            f"the sizes of `noise_shape` must be positive: {shown(noise)}",
            recover=args,
        )


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
        create=dropout_create if _name == "Dropout" else fraction(_argument),
        spec=InputSpec(ndim=_rank) if _rank else None,
        call="inputs, training=False",
        single=_rank is not None,
    )(same)

layer("ActivityRegularization", create=not_negative("l1", "l2"), single=False)(same)
