"""Lists of axes that are whole, or are of matrices and kernels, which have one twice."""

import numpy as np
import tensorflow as tf
from tensorflow import keras


class Frames(keras.layers.Layer):
    def call(self, frames, height, width):
        found = tf.stack(frames, axis=1)  # (batch_size, seq_len, height, width, channels)
        # (samples, timesteps, rows, cols, filters)
        state = tf.zeros_like(found)
        # the attention of each row: (batch, height, width, width)
        scores = tf.matmul(state, state, transpose_b=True)
        # a gram matrix (batch, channels, channels)
        gram = tf.einsum("bhwc,bhwd->bcd", found, found)
        # the kernel: (rows, cols, channels, filters)
        kernel = self.add_weight(shape=(3, 3, height, width))
        return tf.reduce_sum(scores, axis=1), gram, kernel


def read(images, size, channels):
    # reshape images to row x col x channel for CNN input
    batch = np.reshape(images, (-1, size, size, channels))
    # (batch, h, h, channels), as all images are squares
    return batch  # halves of width x height x 3
