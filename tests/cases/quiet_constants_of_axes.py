"""Axes with names that fit together, and names of other things."""

import keras
from keras import layers

BATCH, HEIGHT, WIDTH, CHANNELS = 0, 1, 2, 3
ROWS, COLS, CHANNEL = 3, 2, 1  # of a board


def set_axes(data_format):
    global ROW_AXIS, COL_AXIS, CHANNEL_AXIS
    if data_format == "channels_last":
        ROW_AXIS = 1
        COL_AXIS = 2
        CHANNEL_AXIS = 3
    else:
        CHANNEL_AXIS = 1
        ROW_AXIS = 2
        COL_AXIS = 3


def of_points():
    x_axis = 0
    height_axis = 2
    width_axis = 1
    return x_axis, height_axis, width_axis


width, height, channels = 2, 3, 1
x = layers.Conv2D(8, 3)(keras.Input((12, 16, 3)))
