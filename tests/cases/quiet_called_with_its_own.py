"""The same the right way; and a block that is called with what another has turned."""

import keras
from keras import layers


def shuffle(x):
    _, height, width, channels = x.shape
    x = layers.Reshape((height, width, 2, channels // 2))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((height, width, channels))(x)


maps = layers.Conv2D(24, 3)(keras.Input((58, 42, 3)))
for _ in range(3):
    maps = shuffle(maps)


def strips(x):
    _, first, second, channels = x.shape
    return layers.Reshape((first, second * channels))(x)


def across(x):
    _, width, height, channels = x.shape
    return layers.Reshape((width, height * channels))(x)


one = strips(maps)
other = across(layers.Permute((2, 1, 3))(maps))


def flat(x):
    n, hh, ww, cc = keras.ops.shape(x)
    return keras.ops.reshape(x, (n, hh * ww, cc))


rows = flat(layers.Conv2D(8, 3)(keras.Input((58, 42, 3))))
