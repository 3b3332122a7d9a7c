"""Functions of TensorFlow between layers: Keras 2.15 made layers of them, and knew what is in a shape."""

import keras
import tensorflow as tf
from keras import layers

maps = keras.Input((8, 8, 6))
sides = tf.shape(maps)
split = layers.Reshape((sides[1], sides[2], 3, sides[3] // 3))(maps)
layers.Dense(4)(split)
doubled = tf.concat([maps, maps], axis=-1)
layers.Conv2D(4, 3)(doubled)

# The `where` of TensorFlow 1 picks whole rows by a condition of one axis.
rows = tf.ones((3, 4))
kept = tf.compat.v1.where(tf.constant([True, False, True]), rows, tf.zeros((3, 4)))
assert kept.shape == (3, 4)
