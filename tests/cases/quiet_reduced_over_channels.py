"""What was reduced over other axes, or of two maps, or joined as it should be."""

import tensorflow as tf
from keras import layers


class Attention(layers.Layer):
    def __init__(self):
        super().__init__()
        self.conv = layers.Conv2D(1, 7, padding="same")

    def call(self, inputs):
        mean = tf.reduce_mean(inputs, axis=-1, keepdims=True)
        most = tf.reduce_max(inputs, axis=-1, keepdims=True)
        return inputs * self.conv(tf.concat([mean, most], axis=-1))


def of_sides(inputs):
    mean = tf.reduce_mean(inputs, axis=1, keepdims=True)
    most = tf.reduce_max(inputs, axis=1, keepdims=True)
    return tf.concat([mean, most], axis=1)


def of_two(one, other):
    upper = tf.reduce_mean(one, axis=-1, keepdims=True)
    lower = tf.reduce_mean(other, axis=-1, keepdims=True)
    return tf.concat([upper, lower], axis=1)


def given(mean, inputs):
    most = tf.reduce_max(inputs, axis=-1, keepdims=True)
    return tf.concat([mean, most], axis=1)
