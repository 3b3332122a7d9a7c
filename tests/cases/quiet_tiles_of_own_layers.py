"""A layer of its own that puts two maps one below the other."""

import keras
from keras import layers


class Below(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.concat = layers.Concatenate(axis=1)
        self.conv = layers.Conv2D(filters, 3, padding="same")

    def call(self, upper, lower):
        return self.conv(self.concat([upper, lower]))


one, other = keras.Input((64, 48, 3)), keras.Input((64, 48, 3))
model = keras.Model([one, other], Below(32)(one, other))
