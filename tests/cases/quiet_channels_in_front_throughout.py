"""Comments as another library counts the axes: all of a file, which is its habit."""

import keras
from keras import layers

x = keras.Input((64, 64, 3))  # (3, 64, 64)
x = layers.Conv2D(16, 3, padding="same")(x)  # (16, 64, 64)
x = layers.MaxPooling2D()(x)  # (16, 32, 32)
x = layers.Conv2D(32, 3, padding="same")(x)  # 32 x 32 x 32
