"""Whole numbers, floats and truth values where functions take them."""

import keras
import numpy as np
from keras import layers, ops

table = keras.Input((4, 3))
places = keras.Input((2,), dtype="int32")


class Read(layers.Layer):
    def call(self, table, places):
        return ops.take(table, places, axis=1)


class Best(layers.Layer):
    def call(self, scores):
        return ops.argmax(scores, axis=-1)


rows = Read()(table, places)
best = Read()(table, Best()(table))
first = layers.Lambda(lambda t: ops.take(t, ops.argmax(t[0, 0]), axis=1))(table)
cast = layers.Lambda(lambda t: ops.bitwise_not(ops.cast(t, "int32")))(table)
bits = np.ones((2, 3), dtype="int32") & np.ones((2, 3), dtype=bool)
positive = ~(np.arange(4) > 2)
curved = ops.sigmoid(ops.arange(4) / 2)
chosen = ops.take(np.ones((4, 3)), np.array([0.0, 1.0]).astype(int), axis=0)
image = ops.image.rgb_to_hsv(ops.cast(keras.Input((8, 8, 3), dtype="uint8"), "float32"))
