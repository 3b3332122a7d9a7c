"""Branches that layers of other files make, and blocks of a dense network."""

import keras
from blocks import Conv2DBlock, upsample
from keras import layers


def stem(x):
    branches = [
        Conv2DBlock(96, 1)(x),
        Conv2DBlock(64, 5)(Conv2DBlock(48, 1)(x)),
        Conv2DBlock(64, 1)(layers.AveragePooling2D(3, strides=1, padding="same")(x)),
    ]
    return layers.Concatenate()(branches)


def reduction(x):
    branch = Conv2DBlock(96, 1)(x)
    pool = layers.AveragePooling2D(3, strides=1, padding="same")(x)
    pool = Conv2DBlock(64, 1)(pool)
    branches = [branch, pool]
    return layers.Concatenate(axis=2)(branches)  # error: CAT402 "branches of one map along axis 2"


def dense(block, rate, count):
    for _ in range(count):
        new = Conv2DBlock(rate, 3)(block)
        block = layers.concatenate([block, new], axis=1)  # error: CAT402 "what is made of it"
    return block


def decoder(x, skips):
    for skip in skips:
        x = upsample(x)
        x = layers.Concatenate(axis=1)([x, skip])  # error: CAT402 "an enlarged map with its skip"
        x = layers.Conv2D(64, 3, padding="same")(x)
    return x


def pyramid(x, filters):
    maps = [layers.Conv2D(filters, 1)(x)]
    for rate in (6, 12, 18):
        y = layers.DepthwiseConv2D(3, dilation_rate=rate, padding="same")(x)
        maps.append(layers.BatchNormalization()(y))
    y = layers.Concatenate(axis=2)(maps)  # error: CAT402 "branches of one map along axis 2"
    return layers.Conv2D(filters, 1)(y)


def prepare(image, shape):
    first = layers.Conv2D(50, 3, padding="same", input_shape=shape)
    small = keras.Sequential([first, layers.Conv2D(50, 3, padding="same")])(image)
    first = layers.Conv2D(50, 5, padding="same", input_shape=shape)
    large = keras.Sequential([first, layers.Conv2D(50, 5, padding="same")])(image)
    return layers.concatenate([small, large], axis=1)  # error: CAT402 "branches of one map along axis 1"
