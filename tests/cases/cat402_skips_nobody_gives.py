"""Blocks of a decoder that nothing in the file calls."""

import keras
from keras import layers


def down(x, filters):
    wide = layers.Conv2D(filters, 5, padding="same")(x)
    x = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.Concatenate(axis=-1)([x, wide])


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.LeakyReLU()(layers.BatchNormalization()(x))
    x = layers.Concatenate(axis=1)([x, skip])  # error: CAT402 "axis 1, the height" "axis=-1"
    return layers.Conv2D(filters, 3)(x)


def decoder(x, skips):
    x = layers.Conv2D(64, 3)(layers.UpSampling2D()(x))
    x = layers.concatenate([skips[0], x], axis=2)  # error: CAT402 "the width"
    return layers.Conv2D(64, 3)(x)
