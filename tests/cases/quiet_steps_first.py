"""Inputs of two sizes that are sequences: the width is the time."""

import keras
from keras import layers

img_width, img_height = 320, 240
image = keras.Input(shape=(img_width, img_height))
steps = layers.LSTM(64)(image)
flat = layers.Flatten()(image)
