"""Channels that are wrong where the sides of the maps are not known."""

import keras
from keras import layers

image = keras.Input((None, None, 3))
x = layers.Conv2D(32, 3)(image)  # (?, h, w, 64)  # error: CAT301 "is 32, not 64"
y = layers.Conv2D(32, 3)(image)  # (None, None, None, 64)  # error: CAT301
z = layers.Conv2D(32, 3)(image)  # N x H x W x 64  # error: CAT301


def pooled_and_flattened(features, n):
    maps = layers.Conv2D(n, 3)(features)
    x = layers.GlobalAveragePooling2D()(maps)  # (batch, height, width)  # error: CAT301 "rank 2"
    y = layers.GlobalAveragePooling2D()(features)  # (batch, 7, 7, 1280)
    z = layers.Flatten()(maps)  # (batch, 7, 7, n)
    w = layers.Flatten()(maps)  # (batch, rows * columns * n)
    return x, y, z, w


class Attention(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.query = layers.Conv2D(width, 3, padding="same")

    def call(self, q):
        q = self.query(q)  # (batch_size, steps, rows, columns, depth)
        return layers.GlobalAveragePooling2D()(q)


backbone = keras.Sequential([keras.Input((64, 64, 3)), layers.Conv2D(48, 3)])
whole = keras.Model(image, layers.Conv2D(96, 3)(x))


def of_a_model(picture):
    maps = whole(picture)  # (None, 7, 7, 48)  # error: CAT301 "is 96, not 48"
    other = whole(picture)  # (None, 60, 60, 96)
    return maps, other
