"""Maps of unknown sides, with the channels at either end."""

import keras
from keras import layers

image = keras.Input((None, None, 3))
x = layers.Conv2D(32, 3)(image)  # (?, h, w, 32)
y = layers.Conv2D(32, 3)(image)  # (None, 32, None, None)
z = layers.Conv2D(32, 3)(image)  # (32, h, w)
w = layers.Conv2D(32, 3)(image)  # N x 32 x H x W
