"""Normalisations over axis 1 of what is not known, that may well be right."""

import keras
from keras import layers


class Head(keras.Model):
    def __init__(self, other):
        super().__init__()
        self.conv = layers.Conv2D(32, 3)
        self.bn = layers.BatchNormalization()
        self.flat = layers.Flatten()
        self.bn1 = layers.BatchNormalization(axis=1)
        self.dense = layers.Dense(8)
        self.bn2 = layers.BatchNormalization(axis=1)
        self.other = other

    def call(self, x):
        return self.other(self.conv, self.bn, self.flat, self.bn1, self.dense, self.bn2, x)


def of_words(other, units):
    x = layers.Conv1D(units, 3)(other)
    x = other.look(x)
    return layers.BatchNormalization(axis=1)(x)


def dense(other, size):
    x = layers.Conv2D(8, size)
    y = layers.GlobalAveragePooling2D()
    return other.chain(x, y, layers.BatchNormalization(axis=1))
