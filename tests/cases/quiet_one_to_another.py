"""A shape that becomes another one, said with a word; and what is no shape."""

import numpy as np
from keras import layers


def more_axes(masks):
    masks = np.expand_dims(masks, axis=3)  # 211x256x256 to 211x256x256x1
    return masks


def halved(x):
    x = layers.Conv2D(32, 3, padding="same")(x)  # (64, 64, 3) to (64, 64, 32)
    x = layers.Rescaling(1 / 255)(x)  # (0, 0, 0) to (255, 255, 255)
    return layers.MaxPooling2D(2)(x)  # 64x64x32 to 32x32x32


network = halved(layers.Input((64, 64, 3)))
