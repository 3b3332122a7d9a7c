"""A convolution that is called depthwise, and maps that are said to have the width first."""

import keras
from keras import layers, ops


def separable(x, filters):
    """Aligned ``SeparableConv2d``: depthwise → pointwise → activation."""
    x = layers.ZeroPadding2D(((1, 1), (1, 1)))(x)
    return layers.SeparableConv2D(filters, 3)(x)


def shuffle(features, scale):
    # As elsewhere, on (B, W, H, C) feature maps.
    w = int(features.shape[1])
    h = int(features.shape[2])
    return ops.reshape(features, (-1, w, h * scale, 8 // scale))


separable(keras.Input((32, 32, 8)), 4)
