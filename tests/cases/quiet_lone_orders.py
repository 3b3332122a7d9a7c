"""Lists of axes in another order that are right, or of which nobody knows."""

import tensorflow as tf
from nets import blocks, heads


def turned(x):
    y = blocks(x)  # (batch, height, width, channels)
    y = heads(y)  # (batch, height, width, channels)
    return tf.transpose(y, [0, 2, 1, 3])  # (batch, width, height, channels)
