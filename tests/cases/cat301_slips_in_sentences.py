"""Sentences with the sides of a square, of which one is another."""

import keras
from keras import layers

inputs = keras.Input((28, 28, 1))
x = layers.ZeroPadding2D(2)(inputs)  # padding to increase the dimensions to 32x33  # error: CAT301 "the comment says 32x33, the code gives a map of 32 x 32"
# wir verkleinern auf 16x8  # error: CAT301 "16 x 16"
x = layers.Conv2D(64, 4, strides=2, padding="same")(x)
# Apply a 3x7 convolution to generate the attention map  # error: CAT301 "the kernel is 7 x 7"
gate = layers.Conv2D(1, 7, padding="same", activation="sigmoid")(x)
