"""Pictures go in as (1, rows, columns), and on the way to a map stands a layer nobody knows."""

import keras
from keras import layers
from somewhere_else import Spatial


def channels_first(rows=64, columns=128):
    inputs = keras.Input((1, rows, columns))
    x = layers.Conv2D(8, (1, 16), padding="same")(inputs)
    x = layers.BatchNormalization(axis=1)(x)
    x = Spatial(rows)(x)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.SeparableConv2D(8, (1, 16), padding="same")(x)
    x = layers.BatchNormalization(axis=1)(x)
    return keras.Model(inputs, layers.Flatten()(x))


def channels_last(rows=64, columns=128):
    inputs = keras.Input((rows, columns, 1))
    x = Spatial(rows)(inputs)
    x = layers.SeparableConv2D(8, (1, 16), padding="same")(x)
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "axis 1, the height"
    return keras.Model(inputs, layers.Flatten()(x))
