"""Two sides with one reduction; the sides of a kernel in the order of Keras 1."""

import tensorflow as tf
from keras import backend as K
from keras.layers import Convolution2D, Lambda


def strips(x):
    pool_h = tf.reduce_mean(x, axis=2, keepdims=True)
    pool_w = tf.reduce_mean(x, axis=2, keepdims=True)  # error: CAT201 "pool_h and pool_w are the same"
    return pool_h, pool_w


def lines(x):
    row_max = Lambda(lambda t: K.max(t, axis=1))(x)
    # and of the columns
    col_max = Lambda(lambda t: K.max(t, axis=1))(x)  # error: CAT201 "are the same"
    return row_max, col_max


def conv(x, filters, rows, cols):
    return Convolution2D(filters, cols, rows)(x)  # error: CAT202 "given cols as nb_row and rows as nb_col", CAT405


def right(x, filters, rows, cols):
    return Convolution2D(filters, rows, cols)(x)  # error: CAT405
