"""Comments of a network for images of any size, half of them for one size and half for another."""

import keras
from keras import layers

image = keras.Input((None, None, 3))
a = layers.MaxPooling2D()(image)  # (128, 128, 3)
b = layers.MaxPooling2D()(a)  # (64, 64, 3)
c = layers.MaxPooling2D()(b)  # (28, 28, 3)
d = layers.MaxPooling2D()(c)  # (14, 14, 3)
