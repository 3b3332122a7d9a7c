"""Layers in a Pipeline that have the channels in front, where the images come so."""

import keras
from keras import layers

images = keras.Input((3, 32, 48))


class Block(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.stack = layers.Pipeline(
            [
                layers.Conv2D(8, 3, padding="same", data_format="channels_first"),
                layers.LeakyReLU(),
            ]
        )
        self.end = layers.ReLU()

    def call(self, x):
        y = self.stack(x)  # (B, C, H, W)
        # (B, C, H, W)
        return self.end(y)


x = Block()(images)
