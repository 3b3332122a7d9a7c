"""Channels of a convolution, whatever was turned before it; joins with what was reshaped."""

import keras
from keras import layers

image = keras.Input((32, 16, 8))
x = layers.Permute((2, 1, 3))(image)
x = layers.Conv2D(8, 3, padding="same")(x)
# concatenate along the rows axis  # error: CAT201 "height"
x = layers.Concatenate()([x, layers.Conv2D(4, 1)(x)])
tiles = layers.Reshape((16, 8, 48))(x)
deep = layers.Conv2D(16, 3, strides=2, padding="same")(image)
# concatenate along the batch axis  # error: CAT201 "batch"
both = layers.Concatenate(name="join_height")([tiles, deep])  # error: CAT201 "join_height"
