"""Pairs for the two sides of maps, in a wrong order."""

import numpy as np
import tensorflow as tf
from keras import layers


def pad(x, top, bottom, left, right):
    return layers.ZeroPadding2D(((left, right), (top, bottom)))(x)  # error: CAT202 "the height is wanted before the width"


def reflect(x, padding):
    padding_height, padding_width = padding
    return tf.pad(  # keras of old
        x, [[0, 0], [padding_width, padding_width], [padding_height, padding_height], [0, 0]], mode="REFLECT"  # error: CAT202
    )


def square(img, pad_left, pad_right, pad_top, pad_bottom):
    return np.pad(img, ((pad_left, pad_right), (pad_top, pad_bottom), (0, 0)))  # error: CAT202 "(pad_left, pad_right) stands before"
