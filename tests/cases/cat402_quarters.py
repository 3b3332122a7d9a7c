"""Every other row and column, four times, joined along a side."""

import keras
import tensorflow as tf
from keras import layers, ops


class PatchMerging(layers.Layer):
    def call(self, x):
        x0 = x[:, 0::2, 0::2, :]
        x1 = x[:, 1::2, 0::2, :]
        x2 = x[:, 0::2, 1::2, :]
        x3 = x[:, 1::2, 1::2, :]
        return ops.concatenate([x0, x1, x2, x3], axis=1)  # error: CAT402 "joins four quarters of a map along one of its sides: axis=-1"


class Focus(layers.Layer):
    def call(self, x):
        quarters = [
            x[..., ::2, ::2, :],
            x[..., 1::2, ::2, :],
            x[..., ::2, 1::2, :],
            x[..., 1::2, 1::2, :],
        ]
        return layers.Concatenate(axis=2)(quarters)  # error: CAT402 "joins four quarters"


def focus(x):
    return tf.concat([x[:, ::2, ::2], x[:, 1::2, ::2], x[:, ::2, 1::2], x[:, 1::2, 1::2]], axis=2)  # error: CAT402 "joins four quarters"


def channels_first(x):
    a, b = x[:, :, ::2, ::2], x[:, :, 1::2, ::2]
    c = x[:, :, ::2, 1::2]
    d = x[:, :, 1::2, 1::2]
    a = x[:, :, 0::2, 0::2]
    whole = [x[:, :, ::2, ::2], x[:, :, 1::2, ::2], c, d]
    return tf.concat([x[:, :, ::2, ::2], x[:, :, 1::2, ::2], c, d], axis=-1), a, b, whole  # error: CAT402 "axis=1 joins the channels"


maps = PatchMerging()(keras.Input((8, 8, 4)))
