"""Axes that an enum names, or a comment where they are defined."""

from enum import IntEnum

import keras
from keras import layers, ops

W_AXIS = 2  # width
C_AXIS = 3  # the channels of pictures
FIRST = 1  # not the width
ROWS = 1  # height, the rows of a picture


class Dim(IntEnum):
    BATCH = 0
    ROWS = 1
    COLS = 2
    CHANNELS = 3


class Task(IntEnum):
    WIDTH = 1
    DEPTH = 3


image = keras.Input((48, 64, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.Conv2D(8, 5, padding="same")(image)
x = layers.Concatenate(axis=Dim.CHANNELS)([a, b])
y = layers.Concatenate(axis=Dim.COLS)([a, b])
z = ops.mean(x, axis=Dim.ROWS)
x = layers.Concatenate(axis=C_AXIS)([a, b])
x = layers.Concatenate(axis=W_AXIS)([a, b])
x = layers.Concatenate(axis=ROWS)([a, b])
x = layers.Softmax(axis=-1, name="softmax_channels")(x)
x = layers.Dense(Task.DEPTH)(x)
