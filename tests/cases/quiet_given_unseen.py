"""Attributes that layers are given by what is not followed."""

import keras
from helpers import prepare
from keras import layers, ops

x = keras.Input((8,))


class Prepared(layers.Layer):
    def __init__(self):
        super().__init__()
        prepare(self)

    def call(self, x):
        return x * self.amount


Prepared()(x)


class Mixed(prepare.Mixin, layers.Layer):
    def call(self, x):
        return self.other(x)


Mixed()(x)


class ByWord(layers.Layer):
    def __init__(self):
        super().__init__()
        for name in ("first", "second"):
            setattr(self, name, layers.Dense(4))

    def call(self, x):
        return self.first(x) + self.second(x)


ByWord()(x)
