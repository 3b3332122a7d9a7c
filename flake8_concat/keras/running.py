"""What layers refuse where Keras asks them for a shape, and take where it runs them.

In the body of another layer and in a Pipeline they are given tensors of the backend.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flake8_concat.keras.graph import ITSELF, Layer, Tensor
from flake8_concat.keras.signatures.calls import IMAGE_LAYERS
from flake8_concat.shapes import Mismatch, Refusal, Shape

# Layers that some backend makes an array of a list of one array for.
LISTS_OF_ONE = ("Flatten", "Masking", "UpSampling")


def refused_by_itself(layer: Layer, mismatch: Mismatch) -> bool:
    """Whether a layer refuses that only where it is called on a symbolic tensor.

    Where the window of a pooling is larger than what it is given, JAX gives an empty tensor and
    TensorFlow raises; padding="SAME" is taken by both. JAX takes pairs for the padding of a
    convolution. One channel becomes three by broadcasting.
    """
    name = layer.type.name
    if name == "RandomColorDegeneration":
        return mismatch.refusal is Refusal.CHANNELS and mismatch.sizes[-1:] == (1,)
    if name == "CenterCrop":
        return mismatch.refusal is Refusal.WRONG_SHAPE
    if name.startswith(LISTS_OF_ONE) and mismatch.remedy == ITSELF:
        return True
    padding = layer.args.get("padding")
    if "Conv" in name and isinstance(padding, (list, tuple)):
        return True
    if "Pooling" not in name:
        return False
    capital = isinstance(padding, str) and padding != padding.lower() in ("same", "valid")
    return capital or mismatch.refusal is Refusal.EMPTY_OUTPUT


# Layers that take images, one or a batch of them, where they run; of a symbolic tensor most give
# back the shape, whatever its rank.
ON_IMAGES = frozenset(IMAGE_LAYERS) - {"MaxNumBoundingBoxes"}


class RefusedWhereItRuns:
    """A layer in the place where it certainly is refused; see `on_images`."""

    __slots__ = ("name", "nodes", "refusal")

    def __init__(self, layer: Layer, refusal: Mismatch) -> None:
        self.name, self.nodes, self.refusal = layer.name, layer.nodes, refusal

    def outcome(self, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Mismatch:
        """What Keras says."""
        return self.refusal


def on_images(layer: Layer, args: tuple[Any, ...]) -> Any:
    """A layer of ON_IMAGES where it runs; its refusal if what it is given is no image."""
    shape = args[0].shape if args and isinstance(args[0], Tensor) else None
    if not isinstance(shape, Shape) or len(shape) in (3, 4):
        return layer
    what = f"needs rank 3 or 4 where it runs, has rank {len(shape)}: {shape}"
    return RefusedWhereItRuns(layer, Mismatch(Refusal.WRONG_RANK, what, inputs=(0,)))
