"""Layers that a function of the file calls one after the other: each is told where it is made."""

from functools import reduce

import keras
from keras import layers


def compose(*functions):
    return reduce(lambda f, g: lambda *a, **kw: g(f(*a, **kw)), functions)


def block(x, filters):
    x = compose(layers.Conv2D(filters, 3), layers.BatchNormalization(), layers.ReLU())(x)
    return compose(
        layers.Conv2D(filters, 1),
        layers.BatchNormalization(axis=1),  # error: CAT406 "axis 1, the height"
        layers.ReLU(),
    )(x)


image = keras.Input((64, 64, 3))
model = keras.Model(image, block(image, 32))
