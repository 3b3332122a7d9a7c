"""Numbers of numpy are no `int` to Keras 3, and numpy is asked first where they stand before."""

import keras
import numpy as np
from keras import layers

x = keras.Input((4, 6))
size = np.prod((2, 3))
layers.Dense(size)  # error: CAT139 "`units` must be an `int`"
layers.Dense(units=size + 2)  # error: CAT139 "int() makes one of it"
layers.Embedding(np.int32(100), 8)  # error: CAT139 "`input_dim` must be an `int`"
layers.Conv1D(8, np.max([3, 5]))  # error: CAT139 "`kernel_size` must be an `int`"
layers.MaxPooling1D(pool_size=np.uint8(2))  # error: CAT139 "`pool_size`"
layers.RepeatVector(np.array([2, 3])[0])  # error: CAT139 "`n` must be an integer"
layers.MultiHeadAttention(np.int64(2), key_dim=3)  # error: CAT139 "`num_heads`"
layers.Dropout(0.5, seed=np.int64(7))  # error: CAT139 "`seed` must be an `int`"
layers.Dense(size if isinstance(size, int) else int(size) / 2)  # error: CAT139

np.sqrt(2.0) * x  # error: CAT139 "float() makes a plain number of it"
np.float32(0.5) + x  # error: CAT139
1 - np.float64(0.5) - x  # error: CAT139
np.int64(2) < x  # error: CAT139 "numpy can't make an array"
np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) * x  # error: CAT139 "an array of numpy before"
