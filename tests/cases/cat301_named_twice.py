"""Lists of axes that have one of them twice, and a side not at all."""

import numpy as np
import tensorflow as tf
from tensorflow import keras


class Frames(keras.layers.Layer):
    def call(self, frames, height, width):
        found = tf.stack(frames, axis=1)  # (batch_size, seq_len, width, width, channels)  # error: CAT301 "no height"
        # (samples, timesteps, rows, channels, filters)  # error: CAT301 "the channels twice"
        state = tf.zeros_like(found)
        return tf.reduce_sum(state, axis=1), height, width


def read(images, img_rows, img_cols, channels):
    # reshape images to channel x col x channel for CNN input  # error: CAT301 "no height"
    return np.reshape(images, (-1, img_rows, img_cols, channels))
