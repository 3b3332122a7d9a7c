"""Axes that an array does not have: numpy refuses them whatever the function does along them."""

import keras
import numpy as np
from keras import layers

row, maps = np.arange(10), np.ones((2, 3, 4))
grown = np.cumsum(row, axis=1)  # error: CAT139 "axis 1 is out of range for rank 1: (10,)"
grown = np.cumprod(maps, axis=-4)  # error: CAT139 "axis -4 is out of range for rank 3"
total = np.sum([1, 2, 3], axis=1)  # error: CAT139 "axis 1 is out of range for rank 1"
best = np.argmax(maps, axis=3)  # error: CAT139 "axis 3 is out of range for rank 3"
found = layers.Dense(4)(keras.Input((int(np.max(row, axis=0)),)))
