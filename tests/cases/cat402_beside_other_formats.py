"""Joins in files that speak of other formats, or transpose, in functions of their own."""

import keras
import numpy as np
from keras import backend as K
from keras import layers


def norm(x):
    axis = 1 if K.image_data_format() == "channels_first" else -1
    return layers.BatchNormalization(axis=axis)(x)


def classifier(shape):
    inputs = keras.Input(shape)
    x = norm(layers.Conv2D(32, 3)(inputs))
    return keras.Model(inputs, layers.GlobalAveragePooling2D()(x))


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.concatenate([x, skip], axis=1)  # error: CAT402 "joins an enlarged map with its skip"
    return layers.Conv2D(filters, 3)(x)


def last_up(x, skip):
    x = layers.Conv2DTranspose(8, 2, strides=2)(x)
    return layers.Conv2D(1, 1)(layers.concatenate([x, skip], axis=-1))


def inception(x, filters):
    """For both formats: the axis has a name, but once."""
    channel_axis = 1 if K.image_data_format() == "channels_first" else 3
    one = layers.Conv2D(filters, 1, padding="same")(x)
    three = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.concatenate([one, three], axis=channel_axis)
    one = layers.Conv2D(filters, 1, padding="same")(x)
    three = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.concatenate([one, three], axis=1)  # error: CAT402 "axis=channel_axis joins the channels"


def show(images):
    return np.transpose(images, order(images))


def order(images):
    return range(images.ndim)


def shuffle(x, groups, channels):
    """Channels change their groups; rows and columns stay."""
    height, width = K.int_shape(x)[1:3]
    x = layers.Reshape((height, width, groups, channels))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((height, width, groups * channels))(x)


def pyramid(x, skips, size):
    x = layers.Lambda(lambda t: keras.ops.image.resize(t, size))(x)
    x = layers.Concatenate(axis=2)([layers.Conv2D(8, 1)(x)] + skips)  # error: CAT402 "joins an enlarged map with its skip along axis 2"
    return layers.Conv2D(8, 3)(x)
