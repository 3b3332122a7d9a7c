"""Normalisations of what is not known, right behind a convolution."""

from functools import reduce

import keras
from keras import layers


def compose(*steps):
    return reduce(lambda one, other: lambda *a, **k: other(one(*a, **k)), steps)


def separable(filters, size):
    return compose(
        layers.DepthwiseConv2D(size, padding="same"),
        layers.BatchNormalization(axis=1),  # error: CAT406 "behind DepthwiseConv2D" "axis=-1"
        layers.ReLU(),
        layers.Conv2D(filters, 1),
        layers.BatchNormalization(),
    )


class Block(keras.Model):
    def __init__(self, other):
        super().__init__()
        self.conv1 = layers.Conv2D(32, 3)
        self.bn1 = layers.BatchNormalization(axis=1)  # error: CAT406 "behind Conv2D"
        self.conv2 = layers.Conv2D(32, 3)
        self.bn2 = layers.BatchNormalization(axis=-1)
        self.other = other

    def call(self, x):
        return self.other(self.bn1, self.conv1, self.bn2, self.conv2, x)
