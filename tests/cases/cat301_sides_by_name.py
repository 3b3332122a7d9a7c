"""The axes of a picture by their names, without the batch."""

import keras
from keras import layers

inputs = keras.Input((32, 64, 3))  # (width, height, channels)  # error: CAT301 "(batch, height"
x = layers.Conv2D(8, 3, padding="same")(inputs)
# (width, height, channels)  # error: CAT301
x = layers.MaxPooling2D()(x)
x = layers.Conv2D(8, 3)(x)  # output: (Width, Height, Channels)  # error: CAT301
