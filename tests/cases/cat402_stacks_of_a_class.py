"""Branches that are stacks of layers, made in the class and called on what nobody gives."""

import keras
from keras import layers


class Pyramid(keras.layers.Layer):
    def __init__(self, filters, rates, size):
        super().__init__()
        self.pooled = keras.Sequential([layers.AveragePooling2D(size // 8), layers.Conv2D(filters, 1)])
        self.plain = keras.Sequential([layers.Conv2D(filters, 1), layers.BatchNormalization(axis=-1)])
        self.wide = [
            keras.Sequential([layers.Conv2D(filters, 3, dilation_rate=rate, padding="same")])
            for rate in rates
        ]

    def call(self, x):
        branches = [self.pooled(x), self.plain(x)]
        for layer in self.wide:
            branches.append(layer(x))
        return layers.Concatenate(axis=1)(branches)  # error: CAT402 "branches of one map"


class Tokens(keras.layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.rows = keras.Sequential([layers.Conv2D(filters, 1), layers.Reshape((-1, filters))])
        self.all = keras.Sequential([layers.GlobalAveragePooling2D(keepdims=True), layers.Reshape((1, filters))])

    def call(self, x):
        return layers.Concatenate(axis=1)([self.rows(x), self.all(x)])
