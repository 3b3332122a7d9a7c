"""Comments that say an axis by its number."""

import keras
from keras import layers, ops

a = keras.Input((64, 48, 32))
b = keras.Input((64, 48, 32))
x = layers.Concatenate(axis=-1)([a, b])  # concat along axis 1  # error: CAT201
# Merge the two branches on dimension 2  # error: CAT201 "axis 3 (channels), but the comment says axis 2 (width)"
y = layers.concatenate([a, b], axis=3)
z = layers.Softmax(axis=-1)(y)  # softmax over axis=-2  # error: CAT201
m = ops.mean(z, axis=1)  # take the mean over axis 2  # error: CAT201
