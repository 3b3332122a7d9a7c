"""Comments of several lines of which one is right; joins along the batch that are not."""

import keras
import tensorflow as tf
from keras import layers

left = keras.Input((32, 32, 8))
right = keras.Input((32, 32, 8))
# concat the two channel wise, for the next block
# skip connection, joined along the height  # error: CAT201 "height"
both = layers.Concatenate()([left, right])
# Concatenate
# joined along the batch  # error: CAT201 "batch"
more = layers.Concatenate(axis=-1)([both, left])


class Attention(layers.Layer):
    def __init__(self, local):
        super().__init__()
        self.conv2d = layers.Conv2D(1, 7, padding="same")
        self.local = local

    def call(self, inputs):
        # Average pooling across the channels
        # average over the height  # error: CAT201 "height"
        mean = tf.reduce_mean(inputs, axis=-1, keepdims=True)
        most = tf.reduce_max(inputs, axis=-1, keepdims=True)
        # Concatenate
        # skip connection, joined along the batch  # error: CAT201 "batch"
        maps = tf.concat([mean, most], axis=-1)
        return self.conv2d(maps)

    def judge(self, inputs):
        # Concat the inputs in channels-wise
        # stack them along the height dimension  # error: CAT201 "height"
        joined = tf.concat([inputs[1], inputs[0]], axis=-1)
        return self.local(joined)


def dense(x, made):
    # merge batch-wise  # error: CAT201 "batch"
    y = layers.concatenate([x, made(x)], axis=-1)
    concat_batch_axis = layers.concatenate([y, x])  # error: CAT201 "concat_batch_axis"
    return concat_batch_axis
