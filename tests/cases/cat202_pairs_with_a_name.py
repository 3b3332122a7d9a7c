"""A pair whose order only the names of its two sizes say: `width, height = config.input_shape`."""

import keras
from keras import layers


class Config:
    def __init__(self, *shape):
        self.input_shape = shape
        self.output_shape = (*shape, 3)


config = Config(224, 160)


def network():
    width, height = config.input_shape
    return keras.Input(shape=(width, height, 3))  # error: CAT202 "width, height say (width, height)"


def resized(image):
    w, h = config.input_shape
    return layers.Resizing(w, h)(image)  # error: CAT202


def right(image):
    """However the pair is meant, its names are kept to."""
    height, width = config.input_shape
    return layers.Resizing(height, width)(image), keras.Input((height, width, 3))


def turned_back(image):
    w, h = config.input_shape
    return layers.Resizing(h, w)(image)


def named_where_read(image):
    """Said where the names are given; what they give is right."""
    w, h, channels = config.output_shape  # error: CAT203
    return layers.Resizing(w, h)(image), channels


right(resized(network()))
