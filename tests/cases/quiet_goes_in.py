"""The same that is right, or about images of another size."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # input: (None, 64, 64, 3), output: (None, 32, 32, 16)
x = layers.MaxPooling2D()(x)  # in: 32x32x16 out: 16x16x16
y = layers.Concatenate()([x, x])  # input: (None, 16, 16, 16) twice, output: (None, 16, 16, 32)
