"""Normalisations over axis 1 that are no slip, or of what may be anything."""

import keras
from keras import layers


def taken_elsewhere(x, other):
    y = layers.BatchNormalization(axis=1)(x)
    z = layers.Conv2D(8, 3)(other)
    return layers.BatchNormalization()(z), y


def another_of_the_name(x, table):
    y = layers.BatchNormalization(axis=1)(table)
    y = layers.Flatten()(y)
    y = layers.Conv2D(8, 3)(x)
    return layers.BatchNormalization()(y)


def steps(x):
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.ReLU()(x)
    return layers.Conv1D(8, 3)(x)


def more_steps(x):
    x = layers.BatchNormalization(axis=1)(x)
    return layers.Conv1D(8, 3)(x)


def vector(x):
    x = layers.BatchNormalization(axis=1)(x)
    return layers.Dense(8)(x)


def stack(units):
    made = keras.Sequential()
    made.add(layers.Dense(units))
    made.add(layers.BatchNormalization(axis=1))
    return made


def wrong_for_keras(units):
    """No call of it is known: that it can't be called is nobody's mistake yet."""
    return keras.Sequential([layers.Conv2D(units, 3), layers.LSTM(units)])
