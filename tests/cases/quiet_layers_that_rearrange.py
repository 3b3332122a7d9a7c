"""Layers, functions and models that give the axes another order in their body: nothing is claimed.

What stands behind them means what their author wants it to mean.
"""

import keras
from keras import layers, ops


class ToFirst(layers.Layer):
    """Brings the channels to the front."""

    def call(self, x):
        return ops.transpose(x, (0, 3, 1, 2))


def to_first(x):
    return ops.transpose(x, (0, 3, 1, 2))


image = keras.Input((64, 48, 3))

first = ToFirst()(image)
n, c, h, w = first.shape
joined = ops.concatenate([first, first], axis=1)  # concatenate along the channels
mean = ops.mean(first, axis=2)  # mean over the height
normal = layers.BatchNormalization(axis=1)(first)

second = layers.Lambda(to_first)(image)
n, c, h, w = second.shape
joined = ops.concatenate([second, second], axis=1)  # concatenate along the channels

steps = keras.Sequential([layers.Permute((3, 1, 2)), layers.Activation("relu")])
third = steps(image)
n, c, h, w = third.shape
joined = ops.concatenate([third, third], axis=1)  # concatenate along the channels

inner = keras.Input((64, 48, 3))
model = keras.Model(inner, layers.Permute((3, 1, 2))(inner))
fourth = model(image)
n, c, h, w = fourth.shape
joined = ops.concatenate([fourth, fourth], axis=1)  # concatenate along the channels
normal = layers.BatchNormalization(axis=1)(fourth)

outer = keras.Sequential([ToFirst(), layers.Activation("relu")])
fifth = outer(image)
n, c, h, w = fifth.shape


class Turned(layers.Layer):
    def call(self, x):
        return ops.transpose(x, (0, 2, 1, 3))


sixth = Turned()(image)
_, w, h, _ = sixth.shape
joined = layers.Concatenate(axis=1)([sixth, sixth])  # concatenate along the width


class Axial(layers.Layer):
    """Attention along the height: each column is a sequence."""

    def __init__(self, heads):
        super().__init__()
        self.attend = layers.MultiHeadAttention(heads, 8)

    def call(self, x):
        b, h, w, c = ops.shape(x)
        y = ops.reshape(ops.transpose(x, (0, 2, 1, 3)), (b * w, h, c))
        y = ops.reshape(self.attend(y, y), (b, w, h, c))
        return ops.transpose(y, (0, 2, 1, 3)) + x


Axial(2)(image)

sound = keras.Input((100, 80, 1))
maps = layers.Conv2D(8, 3, padding="same")(sound)
bands = layers.BatchNormalization(axis=2)(maps)
