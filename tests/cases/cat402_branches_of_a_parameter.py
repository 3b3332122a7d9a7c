"""Branches of a map that nobody gives, joined along its height."""

from keras import layers


def pyramid(inputs, width):
    a = layers.Conv2D(width, 1, padding="same")(inputs)
    b = layers.Conv2D(width, 3, dilation_rate=6, padding="same")(inputs)
    c = layers.Conv2D(width, 3, dilation_rate=12, padding="same")(inputs)
    x = layers.Concatenate(axis=1)([a, b, c])  # error: CAT402 "along axis 1, the height"
    return layers.Conv2D(width, 1)(x)
