"""Stacks of layers that only the body of a class calls, whose axis 1 has the features."""

import keras
from keras import layers


class Head(layers.Layer):
    def __init__(self, units, **options):
        super().__init__(**options)
        self.body = keras.Sequential(
            [layers.Dense(units), layers.BatchNormalization(axis=1), layers.ReLU()]
        )
        self.flat = keras.Sequential(
            [layers.Conv2D(8, 3), layers.Flatten(), layers.BatchNormalization(axis=1)]
        )
        self.first = keras.Sequential(
            [
                layers.Conv2D(8, 3, data_format="channels_first"),
                layers.BatchNormalization(axis=1),
            ]
        )
        self.bare = keras.Sequential([layers.BatchNormalization(axis=1), layers.ReLU()])
        self.twice = keras.Sequential([keras.Sequential([layers.Conv1D(8, 3)]), layers.ReLU()])

    def call(self, x, image, rows):
        return self.body(x), self.flat(image), self.first(image), self.bare(rows), self.twice(rows)


def scaled(x):
    return layers.BatchNormalization(axis=1)(x)


scaled(keras.Input((16,)))
scaled(layers.Conv2D(4, 3)(keras.Input((16, 16, 3))))
