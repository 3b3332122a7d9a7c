"""A file that turns pictures, and unpacks all shapes with the height first but one."""

import keras
from keras import layers, ops


def rotate(images):
    return ops.transpose(images, (0, 2, 1, 3))


def portraits(images):
    images = ops.transpose(images, (0, 2, 1, 3))
    n, w, h, c = images.shape
    return w


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
    n, w, h, channels = x.shape  # error: CAT203 "height before the width"
    return w


image = keras.Input((32, 48, 3))
