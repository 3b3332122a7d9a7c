"""Docstrings that name the axes of either data format."""

import keras
from keras import layers


def head(x, name):
    """Narrows the maps, and widens them.

    Args:
        x: Input feature tensor (typically the backbone's
            output) of shape ``(B, H, W, C)`` for ``channels_last`` (or
            ``(B, C, H, W)`` for ``channels_first``).
        name: Prefix of the names of all layers.

    Returns:
        Tensor of shape ``(B, H, W, 256)``.
    """
    x = layers.Conv2D(64, 1, name=f"{name}_narrow")(x)
    return layers.Conv2D(256, 3, padding="same", name=f"{name}_wide")(x)


head(keras.Input((32, 32, 128)), "head")
