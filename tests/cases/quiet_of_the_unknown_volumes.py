"""The same in a file of volumes, whose axis 3 is the width."""

import tensorflow as tf
from tensorflow.keras import layers


def grow(blocks, x):
    a, b = blocks(x)
    c = tf.concat([a, b], axis=3)  # concatenate along the width
    return layers.Conv3D(8, 3)(c)
