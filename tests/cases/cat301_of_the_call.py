"""Beside what a call is given, what it gives is said wrongly still."""

import keras
from keras import layers

FEATURES = 16

image = keras.Input((28, 28, 1))
x = layers.Conv2D(32, (3, 3), padding="same")(image)  # 28x27x32  # error: CAT301
game = keras.Sequential()
game.add(layers.Conv2D(32, 8, strides=4, input_shape=(80, 80, 4)))  # 20*20*32  # error: CAT301
words = keras.Input((20,))
y = layers.Embedding(1000, FEATURES)(words)
y = layers.LSTM(32, return_sequences=True)(y)  # (batch_size, 20, FEATURES)  # error: CAT301
z = layers.Flatten()(y)  # (samples, features) -> (2500, 641)  # error: CAT301
