"""Functions that share layers, one of which a program chooses: its calls are not for the others."""

import keras
from keras import layers


class Mixed(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.input_spec = keras.InputSpec(ndim=4, axes={-1: input_shape[-1]})

    def call(self, x):
        return keras.ops.matmul(x, self.kernel)


chosen = "deep"
small = layers.Conv2D(8, 3, padding="same")
wide = layers.Conv2D(16, 3, padding="same")
mixed = Mixed(12)
last = layers.Conv2D(4, 3, padding="same")


def shallow(x):
    return last(mixed(small(x)))


def plain(x):
    return last(small(x))


def deep(x):
    return last(mixed(wide(small(x))))


image = keras.Input((32, 32, 3))
model = keras.Model(image, globals()[chosen](image))
