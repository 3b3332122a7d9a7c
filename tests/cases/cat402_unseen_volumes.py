"""A decoder of volumes of which no size is known, as a layer."""

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
        return layers.Concatenate(axis=1)([skip, large])  # error: CAT402 "an enlarged map"


image = keras.Input((8, 8, 8, 1))
