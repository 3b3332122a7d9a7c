"""A kernel for each of several groups of channels: no symbolic tensor takes it, a backend does."""

import keras
import numpy as np
from keras import layers, ops

image = keras.Input((8, 8, 4))
kernel = ops.ones((3, 3, 2, 6))
halves = layers.Lambda(lambda t: ops.conv(t, np.ones((3, 3, 2, 6)), padding="same"))(image)
whole = layers.Lambda(lambda t: ops.conv(t, np.ones((3, 3, 4, 6))))(image)
array = ops.conv(ops.ones((2, 8, 8, 4)), kernel, strides=2)
