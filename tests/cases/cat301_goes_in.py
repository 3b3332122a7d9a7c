"""Comments that say what goes in and what comes out: each side is held against its own tensor."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # input: (None, 64, 64, 1), output: (None, 32, 32, 16)  # error: CAT301 "goes in"
x = layers.MaxPooling2D()(x)  # in: 32x32x16 out: 16x16x8  # error: CAT301 "the code gives (None, 16, 16, 16)"
