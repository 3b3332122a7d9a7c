"""What a function compares before it adds: sizes that no parameter makes equal."""

import keras
from keras import layers


def block(x, filters, out):
    y = layers.Conv2D(out, 3, padding="same")(x)
    if filters == out:
        y = layers.Add()([x, y])
    return y


def net(scale, n):
    x = keras.Input((32, 32, 3))
    x = layers.Conv2D(int(8 * scale), 3)(x)
    x = block(x, int(8 * scale), int(16 * scale))
    z = layers.Conv2D(8 * n, 3)(x)
    z = block(z, 8 * n, 16 * n)
    return x
