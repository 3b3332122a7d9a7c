"""What layers say of their shape is for symbolic tensors: of arrays, what `call` gives counts."""

import keras
import numpy as np
from keras import layers, ops


class Claimed(layers.Layer):
    def call(self, x):
        return ops.concatenate([x, x], axis=-1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 3 * input_shape[-1])


class Declared(layers.Layer):
    def call(self, x):
        return ops.sum(x, axis=-1)

    def compute_output_spec(self, x):
        return keras.KerasTensor((*x.shape, 5))


rows = np.ones((2, 4), "float32")
ops.add(Claimed()(rows), np.ones((2, 8), "float32"))
ops.add(Declared()(rows), np.ones(2, "float32"))
seen = keras.Input((4,))
ops.add(Claimed()(seen), keras.Input((12,)))
ops.add(Declared()(seen), keras.Input((4, 5)))
