"""A shape that becomes another one, said with a word."""

import numpy as np
from keras import layers


def more_axes(masks):
    return np.expand_dims(masks, axis=3)  # 211x256x256 to 211x256x256x1


def one_more(masks):
    masks = np.expand_dims(masks, axis=3)  # 211x512x256 to 211x256x256x1  # error: CAT301 "512"
    return masks


def halved(x):
    x = layers.Conv2D(32, 3, padding="same")(x)  # 64x64x3 to 64x64x48  # error: CAT301 "32, not 48"
    return layers.MaxPooling2D(2)(x)  # 64x64x32 to 32x32x32


network = halved(layers.Input((64, 64, 3)))
