"""Steps stand before features, whatever the data format of images."""

import keras
from keras import layers

keras.config.set_image_data_format("channels_first")
words = keras.Input((40, 12))
x = layers.LSTM(24, return_sequences=True)(words)
batch, steps, features = x.shape
seq_len = x.shape[1]
image = keras.Input((3, 50, 70))
y = layers.Conv2D(8, 3, padding="same")(image)
chans = y.shape[1]
