"""What layers refuse where Keras asks them for a shape, and take where it runs them.

In the body of another layer and in a Pipeline they are given tensors of the backend.
"""

from __future__ import annotations

from flake8_concat.keras.graph import Layer
from flake8_concat.shapes import Mismatch, Refusal


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
    padding = layer.args.get("padding")
    if "Conv" in name and isinstance(padding, (list, tuple)):
        return True
    if "Pooling" not in name:
        return False
    capital = isinstance(padding, str) and padding != padding.lower() in ("same", "valid")
    return capital or mismatch.refusal is Refusal.EMPTY_OUTPUT
