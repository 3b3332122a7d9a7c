import keras
from keras import backend as K
from keras import layers


def small(width, height, depth, classes):
    shape = (height, width, depth)
    chan_dim = -1
    if K.image_data_format() == "channels_first":
        shape = (depth, height, width)
        chan_dim = 2  # error: CAT201
    model = keras.Sequential([keras.Input(shape)])
    model.add(layers.Conv2D(8, 3))
    model.add(layers.BatchNormalization(axis=chan_dim))
    model.add(layers.Flatten())
    model.add(layers.Dense(classes))
    return model


def block(x, data_format):
    if data_format == "channels_first":
        channel_axis = 1
    else:
        channel_axis = 1  # error: CAT201
    return channel_axis


bn_axis = 3 if K.image_data_format() == "channels_last" else -1  # error: CAT201
small(32, 32, 3, 5)
