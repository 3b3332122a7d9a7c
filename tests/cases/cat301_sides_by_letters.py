"""Sizes of a map told by letters and parts of them."""

import keras
from keras import layers

image = keras.Input((224, 224, 3))
x = layers.Conv2D(32, 3, strides=2, padding="same")(image)  # H/2 x W/2 x 32
x = layers.Conv2D(64, 3, strides=2, padding="same")(x)  # h/4 x w/4 x 48  # error: CAT301 "axis 3 (channels) is 64, not 48"
x = layers.Conv2D(96, 3, strides=2, padding="same")(x)  # B x H/8 x W/8 x 128  # error: CAT301 "axis 3 (channels) is 96, not 128"
x = layers.Conv2D(96, 3, padding="same")(x)  # H x W x 96
x = layers.Conv2D(32, 3, padding="same")(x)  # k x k x 64
