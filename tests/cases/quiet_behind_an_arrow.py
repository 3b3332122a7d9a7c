"""Sentences that end with an arrow and a shape that is there; sizes with dots for the rest."""

import keras
from keras import layers

model = keras.Sequential()
# convolutions with 64 filters + pooling => 64 x 64 x 64
model.add(layers.Conv2D(64, 3, padding="same", input_shape=(64, 64, 3)))
model.add(layers.MaxPooling2D())
# convolutions with 128 filters + pooling => 16 x 16 x 128
model.add(layers.Conv2D(128, 3, padding="same"))
model.add(layers.MaxPooling2D())
# 3x3 kernel, stride 2, for each map => 3x3x128 weights
model.add(layers.Conv2D(64, 3, padding="same"))
# the filters may be cut -> 8 x 8 x 32
model.add(layers.Conv2D(64, 3, padding="same"))

image = keras.Input((14, 28, 3))
x = layers.Conv2D(8, 3, padding="same")(image)  # (14, 28, ...)
x = layers.MaxPooling2D((1, 2))(x)  # down to (14, 14, ...)
x = layers.Conv2D(8, 3, padding="same")(x)  # (None, 14, ...)
x = layers.Conv2D(8, 3, padding="same")(x)  # (..., 14, 8)
