"""Functions that choose the axis of the channels by the data format, and write a 1 elsewhere."""

from keras import backend as K
from keras import layers


def unit(inputs, filters):
    bn_axis = -1 if K.image_data_format() == "channels_last" else 1
    x = layers.Conv2D(filters, 1)(inputs)
    x = layers.BatchNormalization(axis=bn_axis)(x)
    short = layers.AveragePooling2D(3, strides=2, padding="same")(inputs)
    return layers.Concatenate(axis=1)([x, short])  # error: CAT402 "its axis bn_axis" "axis=bn_axis"


def refusing(inputs, name):
    if K.image_data_format() == "channels_last":
        bn_axis = 3
    else:
        raise ValueError("Only channels last supported")
    half, rest = split(inputs), split(inputs, 1)
    x = layers.Conv2D(8, 1, padding="same")(rest)
    return layers.Concatenate(axis=1)([x, half])  # error: CAT402 "joins maps"


def for_each(inputs):
    channel_axis = 1 if K.image_data_format() == "channels_first" else 3
    x = layers.Conv2D(8, 1)(inputs)
    y = layers.BatchNormalization(axis=channel_axis)(x)
    if K.image_data_format() == "channels_first":
        return layers.Concatenate(axis=1)([x, y])
    return layers.Concatenate(axis=3)([x, y])


def boxes(inputs, anchors):
    channel_axis = 1 if K.image_data_format() == "channels_first" else 3
    x = layers.Conv2D(8, 1)(inputs)
    x = layers.BatchNormalization(axis=channel_axis)(x)
    one, other = layers.Reshape((-1, 4))(x), layers.Reshape((-1, 4))(inputs)
    return layers.Concatenate(axis=1)([one, other])


def split(x, part=0):
    return layers.Lambda(lambda z: z[:, :, :, part::2])(x)
