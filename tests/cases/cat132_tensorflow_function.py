"""Functions of TensorFlow between the layers of a model."""

import keras
import tensorflow as tf
from keras import layers, ops

image = keras.Input((32, 32, 3))
wide = layers.Conv2D(8, 3, padding="same")(image)
both = tf.concat([image, wide], axis=-1)  # error: CAT132 "keras.ops.concatenate takes one"
mean = tf.reduce_mean(wide, axis=[1, 2])  # error: CAT132 "keras.ops.mean takes one"
small = tf.image.resize(ops.relu(wide), (16, 16))  # error: CAT132 "keras.ops.image.resize takes one"
ahead = tf.math.cumsum(wide, axis=1)  # error: CAT132 "keras.ops.cumsum takes one"


def squeeze(tensor):
    return tf.squeeze(tensor, axis=1)  # error: CAT132 "keras.ops.squeeze takes one"


flat = squeeze(layers.AveragePooling2D((32, 1))(wide))

# Where there are values each of them is at home.
ones = tf.concat([tf.ones((2, 3)), tf.zeros((2, 3))], axis=0)

# What it gives is known all the same, and so is what follows.
joined = tf.concat([wide, wide], axis=-1)  # (None, 32, 32, 8)  # error: CAT132, CAT301
joined = tf.concat([wide, wide], axis=-1)  # (None, 32, 32, 16)  # error: CAT132
narrow = layers.Conv2D(4, 1)(joined)  # (None, 32, 32, 4)
narrow = layers.Conv2D(4, 1)(joined)  # (None, 32, 32, 16)  # error: CAT301
assert narrow.shape == (None, 32, 32, 4)
assert narrow.shape == (None, 32, 32, 8)  # error: CAT302
