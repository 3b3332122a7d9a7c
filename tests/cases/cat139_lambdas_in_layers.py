"""A Lambda with an `output_shape`: in the body of another layer its function runs all the same."""

import keras
from keras import layers, ops


class Flat(layers.Layer):
    def call(self, x):
        squeeze = layers.Lambda(
            lambda t: ops.squeeze(t, 2),  # error: CAT139 "only an axis of size 1"
            output_shape=lambda s: s[:2],
        )
        return squeeze(x)


class Both(layers.Layer):
    def call(self, x):
        return layers.Lambda(lambda t: ops.concatenate([t, t], axis=-1), output_shape=(3, 1))(x)


Flat()(keras.Input((3, 1)))
Flat()(keras.Input((3, 2)))
layers.Add()([Both()(keras.Input((3, 4))), keras.Input((3, 8))])
doubled = Both()(keras.Input((3, 4)))
layers.Concatenate(axis=1)([doubled, keras.Input((2, 4))])  # error: CAT101
