"""Two images side by side, and one above the other: with the axes mixed up."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

left = keras.Input(shape=(64, 64, 32))
right = keras.Input(shape=(64, 32, 32))

# Join along the width axis
joined_width = layers.Concatenate(axis=1)([left, right])
print(joined_width.shape)  # Output: (None, 64, 96, 32)

# Join along the height axis
joined_height = layers.Concatenate(axis=2)([left, right])
print(joined_height.shape)  # Output: (None, 64, 64, 32)

out_width = layers.Conv2D(1, (1, 1), activation="sigmoid")(joined_width)
out_height = layers.Conv2D(1, (1, 1), activation="sigmoid")(joined_height)
model_width = keras.Model(inputs=[left, right], outputs=out_width)
model_height = keras.Model(inputs=[left, right], outputs=out_height)
