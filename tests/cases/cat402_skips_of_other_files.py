"""Joins in a file where nothing tells what goes in, and no other join stands."""

from blocks import attention, encoder
from keras import layers


class Up(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.up = layers.Conv2DTranspose(filters, 3, strides=2, padding="same")
        self.conv = layers.Conv2D(filters, 3, padding="same")

    def call(self, inputs, skips):
        merged = layers.concatenate(  # error: CAT402 "axis 1, the height; nothing in this file has"
            [self.up(inputs), attention(skips)], axis=1
        )
        return self.conv(merged)
