"""Words that fit what nothing tells of, or that may be said of other things."""

import keras
import tensorflow as tf
from keras import layers


def stack(x, skip):
    merged_channels = layers.concatenate([layers.Conv2D(8, 3)(x), skip])
    x = layers.Concatenate(axis=1, name="concat_height")([merged_channels, merged_channels])
    return layers.Conv2D(8, 3)(x)


def vectors(x, y):
    # concatenate channel-wise
    gate = layers.Concatenate(axis=1)([x, y])
    return layers.Dense(8)(gate)


def masks(x, y):
    # concatenate along the width
    return tf.concat([x, y], axis=-1)


def reductions(x):
    # average over the channels
    mean = tf.reduce_mean(x, axis=3, keepdims=True)
    # the height of each column: the largest of all
    largest = tf.reduce_max(x, axis=-1, keepdims=True)
    return mean, largest


def parts(x):
    # split over the channels
    return tf.split(x, 2, axis=3)


table, other = keras.Input((8,)), keras.Input((4,))
# concatenate over the columns
wide = layers.Concatenate()([table, other])
image, label = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
# concat the label as a channel
both = layers.Concatenate()([image, label])
# concatenate over rows
tall = layers.Concatenate(axis=1)([image, label])
