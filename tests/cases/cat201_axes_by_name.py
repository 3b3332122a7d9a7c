"""Axes that an enum names, or a comment where they are defined."""

from enum import IntEnum

import keras
from keras import layers, ops

W_AXIS = 2
C_AXIS = 3  # the width  # error: CAT201 "channels"


class Dim(IntEnum):
    BATCH = 0
    ROWS = 2
    COLS = 1
    CHANNELS = 3


image = keras.Input((48, 64, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.Conv2D(8, 5, padding="same")(image)
x = layers.Concatenate(axis=Dim.CHANNELS)([a, b])
y = layers.Concatenate(axis=Dim.COLS)([a, b])  # error: CAT201 "axis=Dim.COLS says width", CAT402
z = ops.mean(x, axis=Dim.ROWS)  # error: CAT201 "axis=Dim.ROWS says height"
x = layers.Concatenate(axis=C_AXIS)([a, b])
x = layers.Softmax(axis=1, name="softmax_channels")(x)  # error: CAT201 "channels"
