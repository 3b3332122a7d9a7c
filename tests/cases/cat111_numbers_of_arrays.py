"""What an array holds decides which layers there are: rates that grow from block to block."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

maps = keras.Input((8, 8, 6))
rates = [rate for rate in np.linspace(0.0, 0.2, 4)]
first = layers.Dense(5 if rates[0] > 0.0 else 6)(maps)
layers.Add()([maps, first])
last = layers.Dense(5 if rates[-1] > 0.0 else 6)(maps)
layers.Add()([maps, last])  # error: CAT111
never = [rate for rate in tf.linspace(0.0, 0.0, 4)]
kept = layers.Dense(6 if never[2] > 0.0 else 5)(maps)
layers.Add()([maps, kept])  # error: CAT111


class Rows(layers.Layer):
    """`keras.ops.ndim` of what a layer is given is a number of Python."""

    def call(self, x):
        if ops.ndim(x) == 4:
            return ops.reshape(x, (-1, *x.shape[2:]))
        return ops.expand_dims(x, 1)


rows = Rows()(maps)
layers.Conv1D(4, 3)(rows)
layers.Conv2D(4, 3)(rows)  # error: CAT121
