"""What is compared with a number may be a tensor of any rank, where nothing says what it is."""

import keras
import tensorflow as tf
from keras import ops


class Features:
    def share(self, x):
        positive = tf.cast(x > 0, tf.float32)
        return tf.reduce_mean(positive, axis=1)

    def largest(self, x):
        positive = ops.cast(x > 0, "float32")
        return ops.max(ops.mean(positive, axis=1), axis=1)


def share(x, y=None):
    positive = ops.cast(x > 0, "float32")
    return ops.mean(positive, axis=1) + ops.sum(ops.equal(x, 1), axis=-1)


class Layer(keras.layers.Layer):
    def call(self, x, mask=None):
        positive = ops.cast(x > 0, "float32")
        found = ops.argmax(ops.mean(positive, axis=1), axis=1)
        shape = ops.reshape(found == 1, (3, 4))
        return ops.add(shape, ops.ones((5, 7)) * ops.sum(x * 2.0, axis=-1)) * mask
