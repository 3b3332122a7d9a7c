"""Comments on joins of tensors of which nothing is known."""

import tensorflow as tf
from tensorflow.keras import layers


def grow(blocks, x):
    a, b = blocks(x)
    left = tf.concat([a, b], axis=3)  # concatenate along the height  # error: CAT201 "the comment says height"
    right = layers.Concatenate(axis=3)([a, b])  # join along the width axis  # error: CAT201 "says width"
    last = layers.concatenate([a, b])  # concatenate along the height  # error: CAT201
    return left, right, last
