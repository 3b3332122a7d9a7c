"""A script with a model that reshapes and another one that reads words: no text recognition."""

import keras
from keras import layers

image = keras.Input((28, 56, 3))
x = layers.Conv2D(8, 3)(image)
_, w, h, c = x.shape  # error: CAT203 "axis 1 is the height"
x = layers.Reshape((-1,))(x)
net = keras.Model(image, x)

words = keras.Input((None,))
y = layers.Embedding(100, 8)(words)
y = layers.LSTM(8)(y)
reader = keras.Model(words, y)
