"""Comments with the channels at the other end, in a file of channels last."""

import keras
from keras import layers


def unet():
    inputs = keras.Input((256, 256, 3))  # (None, 256, 256, 3)
    x = layers.Conv2D(16, 3, padding="same")(inputs)  # (None, 256, 256, 16)
    x = layers.MaxPooling2D()(x)  # (None, 16, 128, 128)  # error: CAT301 "(None, 16, 128, 128)" "channels are"
    x = layers.UpSampling2D()(x)  # 256 x 256 x 16
    outputs = layers.Conv2D(1, 1)(x)
    return keras.Model(inputs, outputs)


def generator():
    model = keras.Sequential()
    model.add(keras.Input((100,)))
    model.add(layers.Dense(28 * 28))
    model.add(layers.Reshape((28, 28, 1)))  # (28, 1, 28)  # error: CAT301 "(28, 1, 28)"
    return model


def squeezed():
    x = keras.Input((28, 28, 1))
    x = layers.Conv2D(1, 3, padding="same")(x)  # (28, 28)
    return layers.MaxPooling2D()(x)  # (None, 14, 14)
