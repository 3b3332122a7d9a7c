"""The same in order, of another array, and behind what turns it."""

import numpy as np
import tensorflow as tf
from keras import backend as K


def decode(netout, other, boxes):
    grid_h, grid_w = netout.shape[:2]
    netout = netout.reshape((grid_h, grid_w, boxes, -1))
    return netout, other.reshape((grid_w, grid_h, boxes, -1))


def turn(image, count):
    height, width = image.shape[:2]
    return np.swapaxes(image, 0, 1).reshape((width, height, count, -1))


def check(input_shape):
    h, w = input_shape[:2] if K.image_data_format() == "channels_last" else input_shape[1:]
    size = input_shape[:2] if len(input_shape) > 2 else input_shape[2:]
    w1, h1 = size
    return h * w, w1 / h1


def flat(x, count):
    batch, height, width, _ = x.shape
    return tf.reshape(x, (batch, height, width, count, -1))
