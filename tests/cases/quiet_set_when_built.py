"""A layer that declares its shape: Keras builds it and does not run its `call`, which may come later."""

import keras
from keras import layers, ops


class Flattened(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units, self.last = units, None
        self.normed = layers.LayerNormalization()

    def build(self, input_shape):
        self.last = input_shape[-1]
        self.kernel = self.add_weight(shape=(self.last, self.units))

    def call(self, x):
        rows = self.normed(ops.reshape(x, [-1, self.last]))
        return ops.reshape(ops.matmul(rows, self.kernel), [-1, *x.shape[1:-1], self.units])

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)


found = Flattened(8)(keras.Input((5, 4)))
layers.Reshape((40,))(found)


def of_width(width):
    return Flattened(8)(keras.Input((width,)))
