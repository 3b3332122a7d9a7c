"""An empty shape as a default: a network that no call of this file makes, another one does."""

import keras
from keras import layers


def network(input_shape=(), classes=2):
    inputs = keras.Input(input_shape)
    x = layers.Conv2D(16, 3, padding="same")(inputs)
    return keras.Model(inputs, layers.Conv2D(classes, 1)(x))


def encoder(shape=[], *, latent=8):
    inputs = keras.Input(shape=shape)
    x = layers.Flatten()(layers.MaxPooling2D()(inputs))
    return keras.Model(inputs, layers.Dense(latent)(x))
