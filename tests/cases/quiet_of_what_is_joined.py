"""Each row of a spectrogram is normalised by itself, also of two; and of what was turned."""

import keras
from keras import layers, ops

inputs = keras.Input((64, 200, 1))
deltas = keras.Input((64, 200, 1))
both = layers.concatenate([inputs, deltas])
by_row = layers.BatchNormalization(axis=1)(both)
maps = layers.Conv2D(8, 3, padding="same")(by_row)
turned = ops.transpose(maps, (0, 2, 1, 3))
beside = layers.concatenate([ops.transpose(inputs, (0, 2, 1, 3)), turned])
normed = layers.BatchNormalization(axis=1)(beside)
model = keras.Model([inputs, deltas], [maps, normed])
