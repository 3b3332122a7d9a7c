"""Comments between the layers of a list: each is of the layer below it."""

import keras
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    # (28, 28, 1) -> (28, 28, 8)
    layers.Conv2D(
        filters=8,
        kernel_size=3,
        padding="same"),
    layers.ReLU(),
    # (28, 28, 8) -> (14, 14, 16)  # error: CAT301 "the code gives"
    layers.MaxPooling2D(),
    # (None, 14, 14, 16)
    layers.Conv2D(
        16, 3, padding="same"),
    # (5, 5, 32)  # error: CAT301 "the code gives"
    layers.Conv2D(32, 3),
])
