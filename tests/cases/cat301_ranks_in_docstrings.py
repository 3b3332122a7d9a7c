"""Docstrings that say another number of axes than the function gives."""

import keras
from keras import layers


def encode(x):  # error: CAT301 "the docstring says 2D tensor, the function gives (None, 30, 30, 8), of 4 axes"
    """Encodes an input.

    Returns:
        2D tensor of the codes.
    """
    return layers.Conv2D(8, 3)(x)


def pool(x):  # error: CAT301 "the docstring says 4D tensor, the function gives (None, 8), of 2 axes"
    """Pools.

    :return: a 4D tensor
    """
    return layers.GlobalAveragePooling2D()(x)


print(pool(encode(keras.Input((32, 32, 3)))))
