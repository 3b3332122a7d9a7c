"""The one normalisation of a file: its joins tell on which axis the channels are."""

import keras
from keras import layers


def norm_relu_conv(inputs, filters):
    x = layers.BatchNormalization(axis=1)(inputs)  # error: CAT406 "before Conv2D(filters, 3" "joined along those"
    x = layers.Activation("relu")(x)
    return layers.Conv2D(filters, 3, padding="same")(x)


def up(skip, x, filters):
    x = layers.Conv2DTranspose(filters, 3, strides=2, padding="same")(x)
    return layers.concatenate([x, skip], axis=-1)
