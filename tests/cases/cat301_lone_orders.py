"""The one list of axes in a file that has the sides in the other order."""

import tensorflow as tf
from nets import Attention, heads


class Encoder(tf.keras.layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.attention = Attention(depth)
        self.norm = tf.keras.layers.LayerNormalization()

    def call(self, x):
        y, weights = self.attention(x)  # (batch_size, steps, rows, cols, depth)
        y = self.norm(x + y)
        # (batch_size, steps, cols, rows, depth)  # error: CAT301 "rows before cols"
        z = heads(y)  # (batch_size, steps, rows, cols, depth)
        # (batch_size, heads, steps, rows, cols, depth)
        return tf.transpose(z, perm=[0, 4, 1, 2, 3, 5]), weights
