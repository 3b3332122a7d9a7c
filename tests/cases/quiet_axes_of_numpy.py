"""Axes that an array has, a number that numpy lets have one, and a refusal that is caught."""

import keras
import numpy as np
from keras import layers

row, maps = np.arange(10), np.ones((2, 3, 4))
ends = np.cumsum(row, axis=-1), np.cumsum(maps), np.cumprod(maps, axis=2)
total = np.sum(np.float32(3), axis=0), np.max(7, axis=-1)
best = np.argmax(maps, axis=-3), np.mean(row, axis=0)
try:
    wide = np.sum(row, axis=1)
except ValueError:
    wide = row
try:
    wide = np.cumsum(row, axis=1)
except IndexError:
    wide = row
found = layers.Dense(4)(keras.Input((wide.shape[0],)))
layers.Reshape((2, 2))(found)


def widest(values, over=1):
    return np.max(values, axis=over)
