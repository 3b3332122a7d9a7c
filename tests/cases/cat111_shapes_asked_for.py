"""Which shapes `build` and `compute_output_shape` are handed, and a `call` without the layer."""

import keras
from keras import layers, ops


class Plain(layers.Layer):
    @staticmethod
    def call(inputs, **kwargs):
        return ops.tanh(inputs)

    @staticmethod
    def compute_output_shape(input_shape, **kwargs):
        return input_shape


class Halved(layers.Layer):
    @staticmethod
    def call(inputs):
        return inputs[:, ::2]


class Decoder(layers.Layer):
    """One shape is that of the first argument of `call`, however it is called."""

    def build(self, input_shape):
        self.dense = layers.Dense(input_shape[-1])

    def call(self, features, start, states=None):
        return self.dense(start)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], 8, input_shape[-1])


class Both(layers.Layer):
    """Of several each goes by its name."""

    def build(self, right_shape, left_shape):
        self.dense = layers.Dense(left_shape[-1])

    def call(self, left, right, mask=None):
        return self.dense(right)

    def compute_output_shape(self, right_shape, left_shape):
        return (*right_shape[:-1], left_shape[-1])


x = keras.Input((8, 4))
y = keras.Input((8, 6))
layers.Add()([Plain()(x), x])
layers.Add()([Plain()(x), y])  # error: CAT111
layers.Add()([Halved()(x), keras.Input((4, 4))])
layers.Add()([Halved()(x), x])  # error: CAT111
layers.Add()([Decoder()(start=x, features=y), y])
layers.Add()([Decoder()(start=x, features=y), x])  # error: CAT111
layers.Add()([Decoder()(y, x), y])
layers.Add()([Both()(x, y), x])
layers.Add()([Both()(x, y), y])  # error: CAT111
layers.Add()([Both()(right=x, left=y), y])
layers.Add()([Both()(right=x, left=y), x])  # error: CAT111
Halved()(x, x)  # error: CAT139
