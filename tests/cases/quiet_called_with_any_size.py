"""Joins along the channels with any size; along a side where sizes differ, or it is said."""

import keras
from keras import layers


def encode(x, filters):
    return layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(x)


def decode(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2, padding="same")(x)
    x = layers.concatenate([x, skip], axis=-1)
    return layers.Conv2D(filters, 3, padding="same")(x)


def small():
    inputs = keras.Input((64, 64, 3))
    one = encode(inputs, 16)
    two = encode(one, 32)
    return keras.Model(inputs, layers.Conv2D(1, 1)(decode(two, one, 16)))


def below_each_other(one, other):
    return layers.Conv2D(8, 3)(layers.concatenate([one, other], axis=1))


def of_two_heights():
    image = keras.Input((64, 64, 3))
    one = encode(image, 8)
    both = below_each_other(one, layers.Conv2D(8, 1)(one))
    wide = below_each_other(one, layers.ZeroPadding2D((2, 0))(one))
    return keras.Model(image, [both, wide])
