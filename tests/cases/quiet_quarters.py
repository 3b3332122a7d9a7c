"""The same along the channels; halves, quarters of something else, and three of four."""

import keras
import tensorflow as tf
from keras import layers, ops


class PatchMerging(layers.Layer):
    def call(self, x):
        x0 = x[:, 0::2, 0::2, :]
        x1 = x[:, 1::2, 0::2, :]
        x2 = x[:, 0::2, 1::2, :]
        x3 = x[:, 1::2, 1::2, :]
        return ops.concatenate([x0, x1, x2, x3], axis=-1)


def wavelet(x):
    low, high = x[:, ::2], x[:, 1::2]
    rows = tf.concat([low, high], axis=1)
    columns = tf.concat([rows[:, :, ::2], rows[:, :, 1::2]], axis=2)
    return columns


def channels_first(x):
    a, b, c, d = x[:, :, ::2, ::2], x[:, :, 1::2, ::2], x[:, :, ::2, 1::2], x[:, :, 1::2, 1::2]
    batch = tf.concat([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2], x[:, 1::2, 1::2]], axis=0)
    three = tf.concat([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2]], axis=1)
    halves = tf.concat([x[:, :4, :4], x[:, 4:, :4], x[:, :4, 4:], x[:, 4:, 4:]], axis=1)
    return tf.concat([a, b, c, d], axis=1), batch, three, halves


maps = PatchMerging()(keras.Input((8, 8, 4)))


def space_to_depth(x):
    return tf.concat([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2], x[:, 1::2, 1::2]], axis=-1)


def focus(x):
    quarters = [x[..., ::2, ::2, :], x[..., 1::2, ::2, :], x[..., ::2, 1::2, :], x[..., 1::2, 1::2, :]]
    return layers.Concatenate(axis=-1)(quarters)


def of_any_rank(x):
    ends = [x[..., ::2, ::2], x[..., 1::2, ::2], x[..., ::2, 1::2], x[..., 1::2, 1::2]]
    return layers.Concatenate(axis=1)(ends)
