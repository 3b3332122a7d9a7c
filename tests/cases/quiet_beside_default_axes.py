"""A function that chooses the axis by the data format, and has no other number."""

from keras import backend as K
from keras import layers


def unit(inputs, filters):
    bn_axis = 1 if K.image_data_format() == "channels_first" else 3
    x = layers.Conv2D(filters, 3, padding="same")(inputs)
    x = layers.BatchNormalization(axis=bn_axis)(x)
    return layers.BatchNormalization()(x)
