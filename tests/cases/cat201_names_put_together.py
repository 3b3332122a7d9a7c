"""Layers whose names are put together: what stands at the end says what they do."""

import keras
from keras import layers


def block(x, skip, name):
    x = layers.Conv2D(8, 3, padding="same", name=name + "_conv")(x)
    y = layers.Conv2D(8, 1, name=name + "_skip")(skip)
    both = layers.Concatenate(axis=3, name=f"{name}_concat_height")([x, y])  # error: CAT201 "'_concat_height'"
    return layers.Concatenate(axis=3, name=name + "_concat_width")([both, y])  # error: CAT201 "the end of"


image = keras.Input((32, 32, 3))
