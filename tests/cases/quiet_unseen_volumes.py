"""The same along the channels, and volumes that are cut."""

import keras
from keras import layers


class UpVolume(layers.Layer):
    def __init__(self):
        super().__init__()
        self.enlarge = layers.UpSampling3D(2)

    def call(self, inputs):
        small, skip = inputs
        large = self.enlarge(small)
        skip = layers.ZeroPadding3D(1)(skip)
        return layers.Concatenate(axis=4)([skip, large])


class Around(layers.Layer):
    def call(self, inputs):
        small, large = inputs
        return layers.Concatenate(axis=1)([small, large[:, ::2]])


image = keras.Input((8, 8, 8, 1))
