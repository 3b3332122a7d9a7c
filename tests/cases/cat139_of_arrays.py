"""Arrays and what makes them: sizes that are none, axes that are not there, what they hold."""

import keras
import numpy as np
from keras import layers, ops

corner = ops.eye(3)[:, :, 0]  # error: CAT139 "axes"
scaled = ops.eye(3) @ 2.0  # error: CAT139 "@"
masked = np.ones((2, 3)) & np.ones((2, 3))  # error: CAT111 "takes whole numbers, is given floats"
word = ops.ones((2, 3)) + "a"  # error: CAT139 "no tensor and no number"
half = ops.zeros((2.5,))  # error: CAT139 "`shape` must be whole numbers, is (2.5,)"
batch = ops.ones((None, 2))  # error: CAT139 "the sizes must be whole numbers, one is None"
chosen = ops.take(np.ones((4, 3)), np.array([0.0, 1.0]), axis=0)  # error: CAT139 "holds floats"
curved = ops.sigmoid(ops.arange(4))  # error: CAT139 "`x` must hold floats, holds whole numbers"
truths = ops.arange(2, dtype="bool")  # error: CAT139 "can't make numbers of type 'bool'"
both = ops.add(keras.Input((3,)), ops.qr(ops.eye(3)))  # error: CAT139 "`x2` must be a tensor, is 2"
image = keras.Input((8, 8, 3), dtype="int32")
colours = ops.image.rgb_to_hsv(image)  # error: CAT139 "`images` must hold floats"
table = keras.Input((4, 3))
places = layers.Lambda(lambda t: ops.take(t, t[0, 0], axis=1))(table)  # error: CAT139 "`indices`"


class Read(layers.Layer):
    def call(self, table, places):
        return ops.take(table, places, axis=1)


rows = Read()(table, keras.Input((2,), dtype="int32"))
best = layers.Lambda(lambda t: ops.take(t, ops.argmax(t[0, 0]), axis=1))(table)
bits = np.ones((2, 3), dtype="int32") & np.ones((2, 3), dtype=bool)
cast = ops.sigmoid(ops.cast(ops.arange(4), "float32"))
inside = ops.eye(3)[5:, 0]
