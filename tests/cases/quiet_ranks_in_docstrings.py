"""Docstrings that count the batch, or do not, or say "2D" of maps."""

import keras
from keras import layers


def encode(x):
    """Encodes an input.

    Args:
        x: a 2D tensor of pixels

    Returns:
        3D tensor of the codes.
    """
    return layers.Conv2D(8, 3)(x)


def again(x):
    """Encodes once more.

    Returns:
        4D tensor with the codes.
    """
    return layers.Conv2D(8, 3)(x)


def maps(x):
    """Encodes once more.

    Returns:
        2D tensor: the feature map of each filter.
    """
    return layers.Conv2D(8, 3)(x)


def either(x, flat):
    """Encodes once more.

    Returns:
        2D tensor, if it is flattened.
    """
    return layers.Flatten()(x) if flat else layers.Conv2D(8, 3)(x)


x = maps(again(encode(keras.Input((32, 32, 3)))))
print(either(x, True), either(x, False))
