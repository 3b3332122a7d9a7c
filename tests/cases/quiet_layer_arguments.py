"""Arguments that come with stars, from a partial, or as a tensor that is a number."""

import functools

import keras
from keras import layers

rows = keras.Input((6, 4))
wide = functools.partial(layers.Dense, 16)
thrice = functools.partial(layers.Conv1D, kernel_size=3)
options = {"units": 8}
sizes = (8, 3)

x = wide()(rows)
x = thrice(8)(x)
x = layers.Dense(**options)(x)
x = layers.Reshape(sizes)(layers.Dense(6)(x))
x = layers.Permute((2, 1))(x)
model = keras.Model(rows, x)
for layer in (layers.Dense(3), layers.Flatten()):
    x = layer(x)


class Block(layers.Layer):
    def __init__(self, *args, **kwargs):
        super().__init__()
        self.inner = layers.Dense(*args, **kwargs)
        self.outer = layers.Conv1D(8, **kwargs)


def stacked(*args, **kwargs):
    return keras.Sequential([layers.Dense(*args), layers.Conv2D(**kwargs)])


def build(kind, *args):
    return kind(*args)(rows)
