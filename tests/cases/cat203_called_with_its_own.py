"""A block that turns the axes of groups and back is called with what it made before."""

import keras
from keras import layers


def shuffle(x):
    _, width, height, channels = x.shape  # error: CAT203 "axis 1 is the height"
    x = layers.Reshape((width, height, 2, channels // 2))(x)
    x = layers.Permute((1, 2, 4, 3))(x)
    return layers.Reshape((width, height, channels))(x)


maps = layers.Conv2D(24, 3)(keras.Input((58, 42, 3)))
for _ in range(3):
    maps = shuffle(maps)


def flat(x):
    n, ww, hh, cc = keras.ops.shape(x)  # error: CAT203
    return keras.ops.reshape(x, (n, hh * ww, cc))


rows = flat(layers.Conv2D(8, 3)(keras.Input((58, 42, 3))))
