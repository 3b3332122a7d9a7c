"""Halves of the channels that are put one below the other, and the halves of a picture."""

import keras
from keras import layers, ops

inputs = keras.Input((64, 64, 8))
x = layers.Conv2D(32, 3, padding="same")(inputs)
one, other = ops.split(x, 2, axis=-1)
below = layers.concatenate([one, other], axis=1)
left, right = ops.split(x, 2, axis=2)
left = layers.Conv2D(32, 3, padding="same")(left)
right = layers.Conv2D(32, 3, padding="same")(right)
whole = layers.concatenate([left, right], axis=2)
model = keras.Model(inputs, [layers.Conv2D(8, 3)(below), layers.Conv2D(8, 3)(whole)])
