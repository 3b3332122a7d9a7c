"""A decoder's block as a layer of its own: what it is called on has no past in it."""

import keras
from keras import layers


class Up(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.up = layers.UpSampling2D()
        self.concat = layers.Concatenate(axis=1)
        self.conv = layers.Conv2D(filters, 3, padding="same")

    def call(self, x, skip):
        x = self.concat([self.up(x), skip])  # error: CAT402 "an enlarged map with its skip"
        return self.conv(x)


image = keras.Input((64, 48, 3))
first = layers.Conv2D(32, 3, strides=2, padding="same")(image)
second = layers.Conv2D(32, 3, strides=2, padding="same")(first)
model = keras.Model(image, Up(32)(second, first))
