"""Maps that blocks of the author's own make, lists of layers, and what is padded to its skip."""

import tensorflow as tf
from blocks import Block, compose
from keras import layers


class ConvolutionBlock(layers.Layer):
    def __init__(self, filters, rate):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3, dilation_rate=rate, padding="same")

    def call(self, inputs):
        return self.conv(inputs)


class Pyramid(layers.Layer):
    def build(self, input_shape):
        self.out1 = ConvolutionBlock(256, 1)
        self.out6 = ConvolutionBlock(256, 6)
        self.conv2 = ConvolutionBlock(256, 1)

    def call(self, inputs):
        tensor = self.out1(inputs)
        wide = self.out6(inputs)
        x = layers.Concatenate(axis=1)([tensor, wide])  # error: CAT402 "branches of one map along axis 1"
        return self.conv2(x)


def head(x, skip):
    x = compose(Block(128), layers.UpSampling2D(2))(x)
    x = layers.Concatenate(axis=2)([x, skip])  # error: CAT402 "an enlarged map with its skip"
    return Block(256)(x)


def padded(x, y, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])
    return layers.concatenate([y, x], axis=1)  # error: CAT402 "an enlarged map with its skip"


def plain(x):
    return layers.Concatenate()([layers.Conv2D(8, 1)(x), layers.Conv2D(8, 3)(x)])
