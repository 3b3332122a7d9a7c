"""Shapes that stand below the lines that make them: so where most of them do."""

import keras
from keras import layers

image = keras.Input((28, 28, 1))
x = layers.Conv2D(32, 3, strides=2, padding="same")(image)
# Output: (14, 14, 32)
x = layers.Conv2D(64, 3, strides=2, padding="same")(x)
# Output: (14, 14, 64)  # error: CAT301 "axis 1 (height) is 7, not 14"
x = layers.Flatten()(x)
# Output: (3136,)
z = layers.Dense(16)(x)
# Output: (32,)  # error: CAT301 "axis 1 (features) is 16, not 32"
encoder = keras.Model(image, z)

y = layers.Conv2D(24, 3, strides=2, padding="same")(image)
# shape: (None, 14, 14, 24)

y = layers.Conv2D(48, 3, strides=2, padding="same")(y)
# shape: (None, 14, 14, 48)  # error: CAT301 "the code gives (None, 7, 7, 48)"
