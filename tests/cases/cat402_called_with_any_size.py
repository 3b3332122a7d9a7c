"""A decoder's join along a side, called with an image of 64 x 64, and with one of any size."""

import keras
from keras import layers


def encode(x, filters):
    return layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu")(x)


def decode(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2, padding="same")(x)
    x = layers.concatenate([x, skip], axis=1)  # error: CAT402 "axis=-1 joins the channels", CAT403
    return layers.Conv2D(filters, 3, padding="same")(x)


def small():
    inputs = keras.Input((64, 64, 3))
    one = encode(inputs, 16)
    two = encode(one, 32)
    return keras.Model(inputs, layers.Conv2D(1, 1)(decode(two, one, 16)))


def of_any_size(rows, columns):
    inputs = keras.Input((rows, columns, 3))
    one = encode(inputs, 16)
    two = encode(one, 32)
    return keras.Model(inputs, layers.Conv2D(1, 1)(decode(two, one, 16)))
