"""The same in the right order, of one side alone, or of one number each."""

import numpy as np
import tensorflow as tf
from keras import layers


def pad(x, top, bottom, left, right):
    return layers.ZeroPadding2D(((top, bottom), (left, right)))(x)


def reflect(x, padding):
    padding_height, padding_width = padding
    return tf.pad(
        x, [[0, 0], [padding_height, padding_height], [padding_width, padding_width], [0, 0]], mode="REFLECT"
    )


def causal(x, left, right, before, after):
    x = tf.pad(x, [[0, 0], [left, right], [0, 0]])
    return tf.pad(x, [[before, after], [left, right], [0, 0]])


def square(img, pad_left, pad_right, pad_top, pad_bottom):
    img = np.pad(img, ((0, 0), (pad_left, pad_right), (0, 0)))
    img = np.pad(img, ((pad_top, pad_bottom), (pad_left, pad_right), (0, 0)))
    return np.pad(img, ((pad_left, pad_top), (pad_right, pad_bottom)))


def volume(x, pad_w, pad_h, pad_d, board):
    board = np.pad(board, ((pad_w, pad_w), (pad_h, pad_h)))
    return np.pad(x, ((pad_w, pad_w), (pad_h, pad_h), (pad_d, pad_d))), board
