"""Channels that are wrong where the sides of the maps are not known."""

import keras
from keras import layers

image = keras.Input((None, None, 3))
x = layers.Conv2D(32, 3)(image)  # (?, h, w, 64)  # error: CAT301 "is 32, not 64"
y = layers.Conv2D(32, 3)(image)  # (None, None, None, 64)  # error: CAT301
z = layers.Conv2D(32, 3)(image)  # N x H x W x 64  # error: CAT301
