"""Numbers of numpy that Keras takes, and what Python makes of them."""

import keras
import numpy as np
from keras import layers, ops

x = keras.Input((4, 6))
whole = keras.Input((4,), dtype="int32")
size = np.prod((2, 3))

# Plain numbers again.
layers.Dense(int(size))(x)
layers.Dense(size.item())(x)
layers.Dense(len(np.ones(3)))(x)
layers.Dense(np.ones((2, 3)).shape[1])(x)
layers.Dense(3 if isinstance(size, int) else 4)(x)

# Where a layer does not ask what kind of number it is.
layers.Conv1D(np.int64(8), 3)(x)
layers.Conv1D(8, (np.int64(3),))(x)
layers.Reshape((size * 4,))(x)
layers.Permute((np.int64(2), np.int64(1)))(x)
layers.Dropout(np.float64(0.5))(x)
layers.BatchNormalization(axis=np.int64(-1))(x)
layers.EinsumDense("abc,cd->abd", (None, 4), bias_initializer=np.int64(2))(x)
keras.Input((size, np.int32(3)))

# Sizes and axes of functions.
assert ops.reshape(x, (-1, size * 4)).shape == (None, 24)
assert ops.tile(x, (1, size, 1)).shape == (None, 24, 6)
assert ops.zeros((size, 2)).shape == (6, 2)

# Where a list or a plain number is refused, a number of numpy passes for an array.
ops.append(whole, np.int64(2))
ops.hypot(x, np.int64(2))
ops.bitwise_and(whole, np.int64(2))
ops.left_shift(np.int64(2), whole)
ops.digitize(x, np.int64(2))
ops.linspace(0, 5, 3, dtype=np.int64(2)) if keras.backend.backend() == "jax" else None

# Behind a symbolic tensor, in a layer, and beside arrays.
x * np.sqrt(2.0)
x - size
layers.Lambda(lambda t: np.sqrt(2.0) * t)(x)
np.sqrt(2.0) * ops.ones((2, 3))
[1] * np.int64(3)
for step in range(np.int64(2)):
    x = layers.Conv1D(2 + step, 1, name=f"step_{size}_{step}")(x)
