"""Text recognition at one go: the maps are reshaped to what is read."""

import keras
from keras import layers

image = keras.Input((128, 32, 1))
net = keras.Model(image, layers.Conv2D(8, 3)(image))
x = layers.Conv2D(8, 3)(image)
_, w, h, c = x.shape
x = layers.Reshape((126, 240))(x)
y = layers.LSTM(8)(x)
