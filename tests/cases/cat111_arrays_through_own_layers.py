"""Arrays through layers with a `compute_output_shape`: what runs on them is `call`."""

import keras
import numpy as np
from keras import layers, ops


class Twice(layers.Layer):
    def call(self, x):
        return ops.concatenate([x, x], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 2 * input_shape[-1])


class Claimed(Twice):
    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 3 * input_shape[-1])


class Declared(layers.Layer):
    def call(self, x):
        return ops.sum(x, axis=-1)

    def compute_output_spec(self, x):
        return keras.KerasTensor((*x.shape, 5))


rows = np.ones((2, 4), "float32")
ops.add(Twice()(rows), Claimed()(rows))
ops.add(Twice()(rows), rows)  # error: CAT111 "8 vs 4"
ops.add(Claimed()(rows), np.ones((2, 12), "float32"))  # error: CAT111 "8 vs 12"
ops.add(Declared()(rows), np.ones(2, "float32"))
ops.add(Declared()(rows), np.ones((4, 5), "float32"))  # error: CAT111 "2 vs 5"
