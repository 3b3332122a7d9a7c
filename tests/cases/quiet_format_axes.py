import keras
from keras import backend as K
from keras import layers


def small(width, height, depth, classes):
    shape = (height, width, depth)
    chan_dim = -1
    if K.image_data_format() == "channels_first":
        shape = (depth, height, width)
        chan_dim = 1
    model = keras.Sequential([keras.Input(shape)])
    model.add(layers.Conv2D(8, 3))
    model.add(layers.BatchNormalization(axis=chan_dim))
    model.add(layers.Flatten())
    model.add(layers.Dense(classes))
    return model


def block(x, data_format):
    if data_format == "channels_first":
        channel_axis, row_axis = 1, 2
    else:
        channel_axis, row_axis = -1, 1
    if data_format == "channels_first":
        height_axis = 2
    else:
        height_axis = 1
    return channel_axis, row_axis, height_axis


bn_axis = 3 if K.image_data_format() == "channels_last" else 1
concat_axis = 1 if K.image_data_format() == "channels_first" else 2  # of sequences
small(32, 32, 3, 5)
