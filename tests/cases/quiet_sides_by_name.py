"""The axes of a picture by their names, without the batch."""

import keras
import numpy as np
from keras import layers

inputs = keras.Input((32, 64, 3))  # (height, width, channels)
x = layers.Conv2D(8, 3, padding="same")(inputs)  # the kernel is (width, height, channels)
# (height, width, channels)
x = layers.MaxPooling2D()(x)
y = layers.Conv2D(8, 3, data_format="channels_first")(x)  # (channels, height, width)
flat = layers.Flatten()(x)  # height, width, channels as one
flat = layers.Flatten()(x)  # (width, height, channels) in a row
rolled = layers.Permute((2, 1, 3))(x)  # (width, height, channels)
rolled = layers.Conv2D(8, 3)(rolled)  # (width, height, channels)
sizes = np.array([64, 32])  # (width, height)
frames = keras.Input((8, 32, 64, 3))  # (frames, height, width, channels)
