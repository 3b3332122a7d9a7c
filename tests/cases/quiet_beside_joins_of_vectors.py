"""Joins of vectors tell nothing of maps."""

import keras
from keras import layers


def norm_relu_conv(inputs, filters):
    x = layers.BatchNormalization(axis=1)(inputs)
    x = layers.Activation("relu")(x)
    return layers.Conv2D(filters, 3, padding="same")(x)


def head(one, other, units):
    both = layers.concatenate([one, other], axis=-1)
    return layers.Dense(units)(both)
