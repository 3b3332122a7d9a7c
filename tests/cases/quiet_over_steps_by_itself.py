"""One function over the steps, and one over the features: on purpose, for all one can see."""

import keras
from keras import layers

signal = keras.Input((500, 12))


def over_steps(x, units):
    y = layers.Conv1D(units, 3, padding="same")(x)
    return layers.BatchNormalization(axis=1)(y)


def over_features(x, units):
    y = layers.Conv1D(units, 3, padding="same")(x)
    return layers.BatchNormalization()(y)


model = keras.Model(signal, over_features(over_steps(signal, 32), 32))
