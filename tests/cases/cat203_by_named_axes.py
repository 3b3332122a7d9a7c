"""The width computed from the rows, and the height from the columns, by axes with names."""

import keras
from keras import backend as K
from keras import layers

ROW_AXIS = 1
COL_AXIS = 2


def shortcut(x, residual):
    stride_width = int(round(x.shape[ROW_AXIS] / residual.shape[ROW_AXIS]))  # error: CAT203 "stride_width is computed from the height"
    stride_height = int(round(x.shape[COL_AXIS] / residual.shape[COL_AXIS]))
    return stride_width > 1 or stride_height > 1


def strided(x, ROW_AXIS, COL_AXIS):  # the names are swapped, not the sizes
    stride_width = int(round(x.shape[ROW_AXIS] / 2))  # error: CAT203 "stride_height from the width"
    stride_height = int(round(x.shape[COL_AXIS] / 2))
    return layers.Conv2D(8, 1, strides=(stride_width, stride_height))(x)


def crop(x):
    x_shape = K.int_shape(x)
    width = x_shape[ROW_AXIS]  # error: CAT203 "width is computed from the height, and height from the width"
    height = x_shape[COL_AXIS]
    return width - height


x = layers.Conv2D(8, 3)(keras.Input((12, 12, 3)))
print(shortcut(x, x), crop(x))
