"""Sizes that are elements of an array, as in the settings of old detection models."""

import keras
import numpy as np
from keras import layers


class Config:
    size = 4

    def __init__(self):
        self.shape = np.array([self.size, self.size, 3])


shape = Config().shape
x = keras.Input(shape)
y = keras.Input((None, None, shape[2]))
x = layers.Conv2D(shape[0], (shape[2], shape[2]), padding="same")(x)
x = layers.UpSampling2D((shape[0], shape[1]))(x)
x = layers.MaxPooling2D((shape[0], shape[1]))(x)
x = layers.Concatenate(axis=shape[2])([x, keras.Input((4, 4, 7))])
x = layers.Reshape((shape[0] * shape[1], 11))(x)
x = layers.Reshape(np.array((4, 4, 11)))(x)
x = layers.Permute((shape[2], 1, 2))(x)
x = keras.ops.reshape(x, (-1, shape[2]))

layers.Normalization(axis=2, mean=np.arange(1, 6), variance=np.ones((5,)))(keras.Input((4, 5, 3)))
layers.Normalization(axis=2, mean=np.zeros(5), variance=np.arange(5))(keras.Input((4, 5, 3)))

# `where` of a condition alone gives the places, an array for each axis.
bonds = np.zeros((5, 9, 9))
kept = np.where(np.sum(bonds, axis=(0, 1)) != 0)[0]
bonds = bonds[:, kept, :][:, :, kept]
rows, columns = np.where(np.ones((4, 6)) == 1)
