"""A number twice where other layers have the pair: it was meant to be one."""

import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2DTranspose(32, (3, 3), padding="same")(inputs)
x = layers.Conv2DTranspose(32, 3, 3, padding="same")(x)  # error: CAT405 "a stride of 3"
x = layers.Conv2DTranspose(32, 5, 5, padding="same")(x)
