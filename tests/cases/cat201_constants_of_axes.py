"""Axes with names that contradict each other."""

import keras
from keras import layers

BATCH, WIDTH, HEIGHT, CHANNELS = 0, 1, 2, 3  # error: CAT201 "WIDTH is axis 1 and HEIGHT axis 2"


def set_axes(data_format):
    global ROW_AXIS, COL_AXIS, CHANNEL_AXIS
    if data_format == "channels_last":
        ROW_AXIS = 2  # error: CAT201 "ROW_AXIS and COL_AXIS are both axis 2"
        COL_AXIS = 2
        CHANNEL_AXIS = 3
    else:
        CHANNEL_AXIS = 1
        ROW_AXIS = 3
        COL_AXIS = 2  # error: CAT201 "COL_AXIS is axis 2 and ROW_AXIS axis 3"


x = layers.Conv2D(8, 3)(keras.Input((12, 16, 3)))
