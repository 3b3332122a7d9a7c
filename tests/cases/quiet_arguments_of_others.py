"""Layers and arguments that a caller may choose: what fails for the defaults may work for others."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def block(image_in, layer=layers.Conv2D, **options):
    x = layer(8, kernel=3)(image_in)
    x = layers.Dense(**options)(x)
    return layers.Dense(*options.get("units", ()))(x)


def chosen(x, kinds):
    Conv2D = kinds["conv"]
    return Conv2D(8, kernel=3)(x)


class Block:
    def __init__(self, conv=None):
        self.conv = layers.Conv2D if conv is None else conv

    def __call__(self, x, extra):
        return self.conv(8, kernel=extra)(x)


def shown(x, function=keras.ops.relu):
    return layers.Dense(3)(function)


class Head:
    def __init__(self, regions):
        self.regions = regions

    def build(self):
        maps = keras.Input((4, 8))
        first = layers.Lambda(lambda x: tf.map_fn(lambda pair: pair[0], x))
        return first([self.regions, maps])


rows = keras.Input((4, 8))
model = keras.Model(rows, layers.LSTM(3)(rows))
model.set_weights([np.ones(w.shape) * i for i, w in enumerate(model.get_weights(), 2)])
