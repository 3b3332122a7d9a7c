"""Joins of which only one side is known."""

import keras
from keras import layers


def down(x, filters):
    wide = layers.Conv2D(filters, 5, padding="same")(x)
    x = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.Concatenate(axis=-1)([x, wide])


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.Concatenate(axis=-1)([x, skip])
    return layers.Conv2D(filters, 3)(x)


def below(x, other):
    # put one picture below the other, along the height
    x = layers.concatenate([layers.UpSampling2D()(x), other], axis=1)
    return layers.Conv2D(64, 3)(x)


def boxes(x, others):
    x = layers.Reshape((-1, 4))(layers.Conv2DTranspose(8, 3)(x))
    return layers.Concatenate(axis=1)([x, others])


def stitched(x, tile):
    return layers.Concatenate(axis=2, name="tiles")([layers.UpSampling2D()(x), tile])


def called(x, strip):
    return layers.Concatenate(axis=1)([layers.UpSampling2D()(x), strip])


called(keras.Input((8, 8, 3)), keras.Input((2, 16, 3)))


def of_states(x, state):
    return layers.Concatenate(axis=1)([layers.Conv2D(8, 3)(x), state])
