"""A file that turns pictures, and unpacks the width first where it has turned one."""

import keras
from keras import layers, ops


def a(x):
    n, h, w, c = x.shape
    return h * w


def b(x):
    n, h, w, c = x.shape
    return layers.Reshape((h * w, c))(x)


def d(x):
    n, h, w, channels = x.shape
    return h * w


def e(x):
    images = ops.transpose(x, (0, 2, 1, 3))
    n, w, h, channels = images.shape
    return w


image = keras.Input((32, 48, 3))
