"""The same that is right, and the sizes of kernels on the way."""

import keras
from keras import layers

image = keras.Input((28, 28, 1))
x = layers.Conv2D(32, 3, strides=2, padding="same")(image)
# Output: (14, 14, 32)
x = layers.Conv2D(64, 3, strides=2, padding="same")(x)
# Output: (7, 7, 64)
x = layers.Flatten()(x)
# Output: (3136,)
z = layers.Dense(16)(x)
# Output: (16,)
encoder = keras.Model(image, z)
# 1x1x1 -> 1x1x8
y = layers.Conv2D(8, 1)(image)

# Output: (3136,) goes in here, and the next one is of the line below it
y = layers.Dense(64)(x)
# -> (16,)
y = layers.Dense(16)(y)
