"""Comments between the layers of a list of which one is not known: nothing is said of the others."""

import keras
from custom.layers import Local
from keras import layers

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    # (28, 28, 1) -> (28, 28, 8)
    layers.Conv2D(
        filters=8,
        kernel_size=3,
        padding="same"),
    # (28, 28, 8) -> (14, 14, 8)
    layers.MaxPooling2D(),
    # (14, 14, 8) -> (12, 12, 32)
    layers.Conv2D(32, 3),
    Local(units=10),
])
