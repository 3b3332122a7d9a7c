"""A dense block, whose first input is the picture itself."""

import keras
from keras import layers

inputs = keras.Input((28, 28, 1))
x = layers.BatchNormalization()(inputs)
x = layers.Conv2D(24, 3, padding="same")(x)
x = layers.concatenate([inputs, x])
for _ in range(3):
    y = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "over axis 1, the height"
    y = layers.Conv2D(12, 3, padding="same")(layers.Activation("relu")(y))
    x = layers.concatenate([x, y])
model = keras.Model(inputs, x)
