"""Shapes that a call of TensorFlow asserts."""

import keras
import tensorflow as tf
from keras import layers

image = keras.Input((28, 28, 1), batch_size=8)
x = layers.Conv2D(16, 3, padding="same", strides=2)(image)
y = layers.Flatten()(x)
tf.debugging.assert_shapes([(x, (8, 14, 14, 32))])  # error: CAT302 "(8, 14, 14, 16)"
tf.debugging.assert_shapes(
    [
        (x, ("N", 14, 14, 16)),
        (y, ("N", 784)),  # error: CAT302 "the code gives (8, 3136)"
    ]
)
tf.debugging.assert_shapes({y: ("N", 1, 3136)})  # error: CAT302
