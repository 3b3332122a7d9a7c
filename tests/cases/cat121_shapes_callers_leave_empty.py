"""A network that is made with the empty shape that its parameter has by default."""

import keras
from keras import layers


def network(input_shape=(), classes=2):
    inputs = keras.Input(input_shape)
    x = layers.Conv2D(16, 3, padding="same")(inputs)  # error: CAT121 "expected ndim=4, found ndim=1"
    return keras.Model(inputs, layers.Conv2D(classes, 1)(x))


network(classes=3)
