import keras
from keras import layers


def network(size):
    if size % 4 != 0:
        raise ValueError("the size must be a multiple of 4")
    inputs = keras.Input((size, size, 3))
    x = layers.MaxPooling2D(4)(inputs)
    x = layers.UpSampling2D(4)(x)
    return layers.Concatenate()([inputs, x])


def asserted(width):
    assert width % 2 == 0, "odd"
    inputs = keras.Input((32, width, 3))
    x = layers.UpSampling2D()(layers.MaxPooling2D()(inputs))
    return layers.Concatenate()([inputs, x])
