"""Functions that choose the axis of the channels by the data format, and write a 1 elsewhere."""

from keras import backend as K
from keras import layers
from somewhere_else import Depthwise


def unit(inputs, filters, name):
    bn_axis = -1 if K.image_data_format() == "channels_last" else 1
    x = layers.Conv2D(filters, 1)(inputs)
    x = layers.BatchNormalization(axis=bn_axis)(x)
    x = Depthwise(3)(x)
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "chooses bn_axis"
    return Depthwise(3)(x)


def head(inputs, classes):
    bn_axis = -1 if K.image_data_format() == "channels_last" else 1
    x = layers.BatchNormalization(axis=bn_axis)(inputs)
    x = Depthwise(3)(x)
    x = layers.Dense(classes)(x)
    return layers.BatchNormalization(axis=1)(x)


def told(inputs, bn_axis=1):
    x = Depthwise(3)(inputs)
    return layers.BatchNormalization(axis=1)(x)
