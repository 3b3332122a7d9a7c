"""Names that are bound when the layer runs."""

import keras
import tensorflow as tf
from keras import layers, ops

images = keras.Input((32, 32, 3))


def scaled(x):
    return x * factor


def later(x):
    return tg.concatenate([x, x], axis=-1)


factor = 2
twice = layers.Lambda(scaled)(images)
chosen = layers.Lambda(lambda x: x if twice is not None else missing.split(x))(images)
if factor > 1:
    from keras import ops as tg
wide = layers.Lambda(later)(images)  # shape: (None, 32, 32, 6)
doubled = layers.Lambda(lambda x: ops.concatenate([x, x], axis=-1))(images)  # shape: (None, 32, 32, 6)
known = tf.is_tensor(images)
size = tf.get_static_value(ops.shape(images)[1])


class Halves(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def call(self, x):
        return ops.mean(x, axis=1)


means = Halves()(images)  # shape: (None, 32, 3)
stack = keras.Sequential([Halves(input_shape=(32, 32, 3)), layers.Dense(2)])
rows = stack(images)  # shape: (None, 32, 2)
