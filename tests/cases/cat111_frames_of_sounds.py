"""Frames that are put together to a sound of another length than the one beside it."""

import keras
import tensorflow as tf
from keras import layers

frames = keras.Input((10, 16))


class Together(layers.Layer):
    def call(self, x):
        return tf.signal.overlap_and_add(x, 8)

    def compute_output_shape(self, shape):
        return (shape[0], 8 * (shape[1] - 1) + shape[2])


if keras.backend.backend() == "jax":
    sound = keras.Input((88,))
else:
    sound = Together()(frames)
layers.Add()([sound, keras.Input((88,))])
layers.Add()([sound, keras.Input((80,))])  # error: CAT111
