"""The same the right way; what is no reduction, or of two things, may be written twice."""

import tensorflow as tf
from keras import backend as K
from keras.layers import Conv2D, Lambda


def strips(x, other):
    pool_h = tf.reduce_mean(x, axis=2, keepdims=True)
    pool_w = tf.reduce_mean(x, axis=1, keepdims=True)
    h_max = tf.reduce_max(x, axis=1)
    w_max = tf.reduce_max(other, axis=1)
    return pool_h, pool_w, h_max, w_max


def lines(x):
    row_max = Lambda(lambda t: K.max(t, axis=1))(x)
    col_max = Lambda(lambda t: K.max(t, axis=2))(x)
    h_gate = Conv2D(8, 1)(tf.reduce_mean(x, axis=1, keepdims=True))
    w_gate = Conv2D(8, 1)(tf.reduce_mean(x, axis=1, keepdims=True))
    return row_max, col_max, h_gate, w_gate


def sizes(shapes):
    height = max(shapes, default=0)
    width = max(shapes, default=0)
    largest = tf.reduce_max(shapes, axis=1)
    longest = tf.reduce_max(shapes, axis=1)
    return height, width, largest, longest
