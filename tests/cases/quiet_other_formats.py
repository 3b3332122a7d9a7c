"""Joins along axis 1 where maps may have their channels there: in the function or what it calls."""

import keras
import numpy as np
from keras import backend as K
from keras import layers


def convolve(x, filters):
    return layers.Conv2D(filters, 3, padding="same", data_format="channels_first")(x)


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    return layers.concatenate([x, skip], axis=1)


def decoder(x, skips):
    for skip in skips:
        x = up(convolve(x, 8), skip, 8)
    return x


def turned(x, skip):
    x = layers.Permute((3, 1, 2))(layers.Conv2DTranspose(8, 2, strides=2)(x))
    return layers.concatenate([x, skip], axis=1)


def tall(x, skip):
    """Not the only one along a side, and nothing that goes on."""
    x = layers.Conv2D(8, 3)(x)
    return layers.concatenate([x, skip], axis=1)


def head(x, skip):
    return layers.Conv2D(8, 3)(layers.concatenate([layers.Conv2D(8, 3)(x), skip], axis=-1))


if K.backend() == "tensorflow":

    def widen(x, skip, filters):
        x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
        return layers.concatenate([x, skip], axis=1)


K.set_epsilon(1e-3 if K.image_data_format() == "channels_first" else 1e-7)
