"""Sizes that tensors hold, and fractions: Keras reads them as None where it reshapes to them."""

import keras
from keras import layers, ops

image = keras.Input((28, 28, 8))
sizes = layers.Lambda(lambda x: ops.stack([ops.sum(x), ops.sum(x)]))(image)
whole = ops.cast(sizes[0], "int32")
split = layers.Reshape((whole, whole, 4, 2))(image)  # shape: (None, None, None, 4, 2)
open_side = layers.Reshape((whole, -1, 8))(image)  # shape: (None, None, None, 8)
other = layers.Reshape((whole, 5, 5))(image)  # shape: (None, None, 5, 5)
half = ops.reshape(image, (-1, 28 / 2))  # shape: (None, None)
layers.Dense(10)(half)  # error: CAT124
flat = layers.Flatten()(split)  # shape: (None, None)
layers.Dense(10)(flat)  # error: CAT124
layers.Dense(10)(other)  # shape: (None, None, 5, 10)
