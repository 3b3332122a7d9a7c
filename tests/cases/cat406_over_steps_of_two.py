"""Two normalisations of one function: one over the features, one over the steps."""

import keras
from keras import layers

signal = keras.Input((500, 12))


def block(x, units):
    y = layers.Conv1D(units, 3, padding="same")(x)
    y = layers.BatchNormalization(axis=1)(y)  # error: CAT406 "over axis 1, the steps"
    y = layers.Conv1D(units, 3, padding="same")(y)
    return layers.BatchNormalization()(y)


model = keras.Model(signal, block(signal, 32))
