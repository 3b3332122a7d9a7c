"""Lambdas that say their shape, in the body of a layer and outside of it."""

import keras
from keras import layers, ops


class Flat(layers.Layer):
    def __init__(self):
        super().__init__()
        self.flat = layers.Lambda(lambda t: ops.squeeze(t, 2), output_shape=lambda s: s[:2])
        self.wide = layers.Lambda(lambda t: ops.repeat(t, 2, axis=1), output_shape=(9,))

    def call(self, x):
        return self.wide(self.flat(x))


layers.Add()([Flat()(keras.Input((3, 1))), keras.Input((6,))])
told = layers.Lambda(lambda t: ops.repeat(t, 2, axis=1), output_shape=(9,))(keras.Input((3,)))
layers.Add()([told, keras.Input((9,))])
