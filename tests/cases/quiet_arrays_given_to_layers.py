"""Arrays and their elements that Keras takes in the place of numbers."""

import keras
import numpy as np
from keras import layers, ops

rows = keras.Input((6, 4))
image = keras.Input((8, 8, 2))
whole = keras.Input((4,), dtype="int32")

# Weights may start as an array.
layers.Dense(2, bias_initializer=np.array([1, 2]))(image)
layers.Dense(2, kernel_initializer=np.array([[1, 2], [3, 4]]))(image)
layers.BatchNormalization(gamma_initializer=np.array([1, 2]))(image)

# As many sizes as there are sides.
layers.MaxPooling2D(np.array([2.0, 2.0]))(image)
layers.MaxPooling2D(2, strides=ops.ones((2,)))(image)
layers.ZeroPadding1D(ops.ones((2,)))(rows)
layers.Reshape(np.array([2.0, 12.0]))(rows)
layers.EinsumDense("ab,bc->ac", ops.ones((1,)))(keras.Input((8,)))
layers.Conv1D(8, {1: 2})(rows)
layers.MaxPooling2D(image.shape[1:3])(image)

# One number.
layers.LeakyReLU(np.float32(0.1))(image)
layers.LeakyReLU(np.array([0.1, 0.2])[0])(image)
layers.Dropout(np.float32(0.5))(image)
layers.LSTMCell(np.array(2))
layers.Hashing(np.array(2))(whole)
layers.Hashing(0.5)
layers.CategoryEncoding(np.array(2))(whole)
layers.Conv2D(8, 3, groups=np.array(2))(image)
layers.Conv2DTranspose(np.float32(0.5), 3)(image)
layers.Dense(int(np.float32(8)))(rows)
layers.GRU(8, return_sequences=np.array(2))(rows)
layers.GlobalAveragePooling1D(keepdims=np.array(1))(rows)

# Nothing, for a factor.
layers.Equalization(factor=[])
layers.MixUp(factor={})

# Fractions below one.
layers.Conv2D(8, 3, strides=(0.5, 0.5))(image)
layers.MaxPooling2D((0.5, 0.5))(image)
