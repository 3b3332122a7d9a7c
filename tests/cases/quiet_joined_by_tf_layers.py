"""`tf.layers.conv2d` says of its maps that they are pictures: axis 3 is their channels."""

import tensorflow as tf
from tensorflow import keras


def conv2d(batch, channels):
    return tf.compat.v1.layers.conv2d(batch, channels, kernel_size=3, padding="same")


def generator(image, options):
    first = tf.nn.relu(conv2d(image, options.channels))
    second = tf.nn.relu(conv2d(first, options.channels))
    joined = tf.concat([first, second], axis=3, name="concat_layer")
    return tf.add(conv2d(joined, 3), image)


optimizer = keras.optimizers.Adam(1e-4)
