"""Comments on joins of tensors of which nothing is known, that may be right."""

import tensorflow as tf
from tensorflow.keras import layers


def grow(blocks, x, axis, height):
    a, b = blocks(x)
    c = tf.concat([a, b], axis=3)  # concatenate along the channels
    d = tf.concat([a, b], axis=-1)  # concatenate along the width
    e = tf.concat([a, b], axis=1)  # concatenate along the height
    f = tf.concat([a, b], axis)  # concatenate along the height
    g = tf.concat([a, height], axis=3)  # concatenate the height along the last axis
    h = tf.concat([a, b], axis=2)  # concatenate along the width
    i = layers.Concatenate(axis=3)([a, b])  # same height and width, so concatenate
    j = layers.Concatenate(axis=3)([a, b])  # not along the height
    return c, d, e, f, g, h, i, j
