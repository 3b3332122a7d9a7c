"""Shapes that a call of TensorFlow asserts, and that are so or are not known."""

import keras
import tensorflow as tf
from keras import layers

image = keras.Input((28, 28, 1))
x = layers.Conv2D(16, 3, padding="same", strides=2)(image)
y = layers.Flatten()(x)
shape = ("N", 14, 14, 16)
tf.debugging.assert_shapes([(x, (8, 14, 14, 16)), (y, ("N", "D"))])
tf.debugging.assert_shapes([(x, ("N", "H", "W", 16)), (y, shape)])
tf.debugging.assert_shapes([(y, ("N", 3136)), (x, ("...", 16))])


def each(a):
    tf.debugging.assert_shapes([(a, ("N", 3136))])


each(x)
each(y)
