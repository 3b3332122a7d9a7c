"""Shapes with several pairs of sizes: the end of one pair and the beginning of the next are none."""

import keras
import numpy as np
from keras import layers, ops


def tile(images, rows, cols):
    H, W, C = images.shape[1:]
    return images.reshape(rows, cols, H, W, C).transpose(0, 2, 1, 3, 4)


def spread(scores, batch, query_height, query_width, key_height, key_width):
    scores = ops.reshape(scores, (batch, query_height, query_width, key_height, key_width))
    return ops.reshape(scores, (batch, query_height, query_width, key_height * key_width, 1))


def windows(x, patch_height, patch_width, window_height, window_width, channels):
    x = ops.reshape(x, (-1, patch_height, window_height, patch_width, window_width, channels))
    return ops.reshape(x, (-1, patch_width, window_height, window_width * channels))


def enlarged(height, width, scale, channels):
    shape = (height * scale, width * scale, channels)
    other = (width * scale, height * 2, channels)
    return keras.Input(shape=shape), other


def get_shape(x, axis):
    return x.shape[axis]


def embedding(x, size):
    width = get_shape(x, 1)
    height = get_shape(x, 2)
    return ops.reshape(x, (1, width, height, size))
