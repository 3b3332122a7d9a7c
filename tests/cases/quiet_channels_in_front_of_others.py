"""A file that turns its maps: what a comment says may be before or after."""

import keras
from keras import layers

x = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 3, padding="same")(x)  # (None, 16, 64, 64)
x = layers.Permute((3, 1, 2))(x)
