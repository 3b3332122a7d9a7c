import numbers
from collections import OrderedDict

import keras
import numpy as np
from keras import layers


def shaped(size):
    if isinstance(size, numbers.Number):
        size = (size, size)
    return keras.Input((*size, 3))


layers.Dense(4)(shaped(8))
layers.Conv1D(4, 3)(shaped((8, 8)))  # error: CAT121


def by_kind(x):
    if isinstance(x, (np.ndarray, np.generic)):
        return layers.Conv2D(4, 3)(x)
    return layers.Conv3D(4, 3)(x)  # error: CAT121


by_kind(keras.Input((20, 20, 8)))


def sorted_out(inputs, sizes):
    if isinstance(inputs, OrderedDict):
        inputs = layers.Dense(2)(inputs["x"])
    if isinstance(sizes, int | float):
        sizes = [sizes, sizes]
    if isinstance(inputs, list | tuple | None):
        inputs = layers.Flatten()(inputs[0])
    return layers.Reshape((*sizes, 2))(inputs)  # error: CAT123


sorted_out(keras.Input((20,)), 4)
