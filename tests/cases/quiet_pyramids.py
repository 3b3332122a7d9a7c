"""The same along the channels; means over one side, and tiles, that are joined along a side."""

import keras
from keras import layers, ops


def pyramid(x):
    height, width = x.shape[1], x.shape[2]
    whole = ops.mean(x, axis=[1, 2], keepdims=True)
    whole = ops.image.resize(layers.Conv2D(16, 1)(whole), (height, width))
    near = layers.Conv2D(16, 3, padding="same", dilation_rate=6)(x)
    return layers.Conv2D(16, 1)(ops.concatenate([whole, near], axis=-1))


def in_rows(x):
    mean = ops.mean(x, axis=1, keepdims=True)
    mean = layers.Conv2D(16, 1)(mean)
    mean = ops.image.resize(mean, (32, 32))
    near = layers.Conv2D(16, 3, padding="same")(x)
    return layers.Conv2D(16, 1)(ops.concatenate([mean, near], axis=1))


def of_halves(x):
    top, bottom = ops.split(x, 2, axis=1)
    top = layers.Conv2D(16, 3, padding="same")(top)
    bottom = layers.Conv2D(16, 5, padding="same")(bottom)
    return layers.Conv2D(16, 1)(ops.concatenate([top, bottom], axis=1))


image = keras.Input((32, 32, 3))
maps = layers.Conv2D(8, 3, padding="same")(image)
model = keras.Model(image, [pyramid(maps), in_rows(maps), of_halves(maps)])
