"""Layers that come to the `__init__` of Keras in one way or another, and name their weights."""

import keras
from keras import layers, ops

x = keras.Input((4,))


class Plain(layers.Layer):
    def __init__(self, units):
        layers.Layer.__init__(self)
        self.units = units

    def call(self, x):
        return x


class ByAnother(layers.Layer):
    def __init__(self, units):
        self.prepare(units)

    def prepare(self, units):
        super().__init__()
        self.units = units

    def call(self, x):
        return x


class Heir(Plain):
    def call(self, x):
        return super().call(x)


class Mixin:
    def __init__(self):
        self.count = 3


class Mixed(layers.Layer, Mixin):
    def build(self, input_shape):
        self.w = self.add_weight((input_shape[-1], 2), "ones", name="w")
        self.b = self.add_weight(name="b", shape=(2,), initializer="random_normal")

    def call(self, x):
        return ops.matmul(x, self.w) + self.b


class Pair(layers.Layer):
    def call(self, inputs):
        a, b = inputs
        try:
            first, _ = a
        except Exception:
            first = a
        return first + b


y = Mixed()(Heir(2)(ByAnother(2)(Plain(2)(x))))
z = Pair()([y, y])
