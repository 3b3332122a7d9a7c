"""The shapes of a layer's weights: `layer.kernel`, `layer.embeddings`.

One row a class: the weights that its build() makes, each with its sizes. The small programs of
tests/oracle/programs/bodies_and_values.py hold the rows against Keras.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from flake8_concat.keras.layer import Layer
from flake8_concat.shapes import UNKNOWN_SIZE, Dim, Lose, Shape, Size


class Built(NamedTuple):
    """A layer with weights: its arguments, and the channels that it was built for."""

    args: Any
    channels: Dim
    rank: int

    def __getitem__(self, name: Any) -> Any:
        return self.args[name]

    @property
    def kernel_size(self) -> tuple[Any, ...]:
        size = self.args["kernel_size"]
        return tuple(size) if isinstance(size, (list, tuple)) else (size,) * self.rank

    @property
    def depth(self) -> Any:
        """The channels that a depthwise kernel gives."""
        return self.channels * self.args["depth_multiplier"]


Sizes = Callable[[Built], tuple[Any, ...]]
FILTERS: dict[str, Sizes] = {"bias": lambda built: (built["filters"],)}
CONV: dict[str, Sizes] = {
    "kernel": lambda built: (
        *built.kernel_size, built.channels // built["groups"], built["filters"],
    ),
    **FILTERS,
}  # fmt: skip
CONV_TRANSPOSE: dict[str, Sizes] = {
    "kernel": lambda built: (*built.kernel_size, built["filters"], built.channels),
    **FILTERS,
}
DEPTHWISE: dict[str, Sizes] = {
    "kernel": lambda built: (*built.kernel_size, built.channels, built["depth_multiplier"]),
    "bias": lambda built: (built.depth,),
}
SEPARABLE: dict[str, Sizes] = {
    "depthwise_kernel": DEPTHWISE["kernel"],
    "pointwise_kernel": lambda built: (*(1,) * built.rank, built.depth, built["filters"]),
    **FILTERS,
}
WEIGHTS: dict[str, dict[str, Sizes]] = {
    "Dense": {
        "kernel": lambda built: (built.channels, built["units"]),
        "bias": lambda built: (built["units"],),
    },
    "Embedding": {"embeddings": lambda built: (built["input_dim"], built["output_dim"])},
    "BatchNormalization": dict.fromkeys(
        ("gamma", "beta", "moving_mean", "moving_variance"), lambda built: (built.channels,)
    ),
    **{f"Conv{rank}D": CONV for rank in (1, 2, 3)},
    **{f"Conv{rank}DTranspose": CONV_TRANSPOSE for rank in (1, 2, 3)},
    **{f"DepthwiseConv{rank}D": DEPTHWISE for rank in (1, 2)},
    **{f"SeparableConv{rank}D": SEPARABLE for rank in (1, 2)},
}
# Weights that an argument can leave out.
OPTIONAL = {"bias": "use_bias", "gamma": "scale", "beta": "center"}


def spatial_rank(kind: str) -> int:
    """How many sides a class has in its name: 2 for `Conv2D`, 0 for `Dense`."""
    return next((rank for rank in (1, 2, 3) if f"{rank}D" in kind), 0)


def weight(layer: Layer, name: str) -> Shape | None:
    """The shape of a weight of a layer that was built; None where it is not known.

    Mirrors `build()` of the class. Raises Lose for a size that can't be read.
    """
    kind, built = layer.type.name, layer.built
    sizes = WEIGHTS.get(kind, {}).get(name)
    if sizes is None or built is None:
        return None
    if name in OPTIONAL and layer.args.get(OPTIONAL[name], True) is not True:
        return None
    channels = built.axes[0][1] if len(built.axes) == 1 else UNKNOWN_SIZE
    found = sizes(Built(layer.args, channels, spatial_rank(kind)))
    if not all(type(size) is int or isinstance(size, Size) for size in found):
        raise Lose("a size of the weight is not known")
    return Shape(found)
