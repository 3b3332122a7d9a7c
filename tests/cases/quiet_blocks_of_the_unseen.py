"""The same along the channels; blocks of what may be sequences, and of parts."""

import tensorflow as tf
from blocks import Block, compose
from keras import layers


class ConvolutionBlock(layers.Layer):
    def __init__(self, filters, rate):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3, dilation_rate=rate, padding="same")

    def call(self, inputs):
        return self.conv(inputs)


class Halves(layers.Layer):
    def build(self, input_shape):
        self.upper = ConvolutionBlock(256, 1)
        self.lower = ConvolutionBlock(256, 1)

    def call(self, inputs):
        first, second = tf.split(inputs, 2, axis=1)
        first, second = self.upper(first), self.lower(second)
        return ConvolutionBlock(8, 1)(layers.Concatenate(axis=1)([first, second]))


def head(x, skip):
    x = compose(Block(128), layers.UpSampling2D(2))(x)
    return Block(256)(layers.Concatenate(axis=-1)([x, skip]))


def tokens(x, skip):
    x = compose(Block(128), layers.Reshape((-1, 64)))(x)
    return Block(256)(layers.Concatenate(axis=1)([x, skip]))
