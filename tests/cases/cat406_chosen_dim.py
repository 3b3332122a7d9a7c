import keras
from keras import backend as K
from keras import layers


def build(height, width, depth):
    shape = (height, width, depth)
    chan_dim = -1

    if K.image_data_format() == "channels_first":
        shape = (depth, height, width)
        chan_dim = 1

    model = keras.Sequential([keras.Input(shape)])
    model.add(layers.Conv2D(8, 3))
    model.add(layers.BatchNormalization(axis=chan_dim))
    model.add(layers.Conv2D(8, 3))
    model.add(layers.BatchNormalization(axis=1))  # error: CAT406
    return model


build(32, 48, 3)
