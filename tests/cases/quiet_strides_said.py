"""A stride that a comment speaks of."""

import keras
from keras import layers

inputs = keras.Input((81, 81, 3))
# downsample by three
x = layers.Conv2D(32, 3, 3)(inputs)
x = layers.Conv2D(32, 3, 3)(x)  # stride 3
# non-overlapping windows of 3 x 3
x = layers.Conv2D(32, 3, 3)(x)
