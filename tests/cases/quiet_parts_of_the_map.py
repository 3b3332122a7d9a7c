"""Sizes as parts of the map's that goes in, which is a quarter of the image's."""

import keras
from keras import layers

image = keras.Input((None, None, 3))
x = layers.MaxPooling2D(4)(image)  # (H, W, 3)
a = layers.MaxPooling2D()(x)  # (H/2, W/2, 3)
b = layers.MaxPooling2D()(a)  # (H/4, W/4, 3)
c = layers.MaxPooling2D()(b)  # (H/8, W/8, 3)
