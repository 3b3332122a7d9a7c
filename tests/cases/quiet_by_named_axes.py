"""Sizes that are computed from the axis that they say, or from both."""

import keras
from keras import backend as K
from keras import layers

ROW_AXIS = 1
COL_AXIS = 2


def shortcut(x, residual):
    stride_height = int(round(x.shape[ROW_AXIS] / residual.shape[ROW_AXIS]))
    stride_width = int(round(x.shape[COL_AXIS] / residual.shape[COL_AXIS]))
    return stride_width > 1 or stride_height > 1


def crop(x):
    x_shape = K.int_shape(x)
    width = x_shape[ROW_AXIS] * x_shape[COL_AXIS]
    height = x_shape[COL_AXIS] * x_shape[ROW_AXIS]
    turned_width = x_shape[ROW_AXIS]
    area = x_shape[ROW_AXIS] * x_shape[COL_AXIS]
    return width - height + turned_width - area


x = layers.Conv2D(8, 3)(keras.Input((12, 12, 3)))
print(shortcut(x, x), crop(x))
