"""Helpers that nothing here calls: what they are given may be anything that their layers take."""

import keras
from keras import layers


def any_rank(x, flat):
    # one of the two runs
    if flat:
        return layers.MaxPooling1D()(x)
    return layers.MaxPooling2D()(x)


def residual(x, filters):
    y = layers.Conv2D(filters, 3, padding="same")(x)
    y = layers.Conv2D(64, 3, padding="same")(y)
    return layers.Add()([x, y])


def headed(x, image):
    return keras.Model(image, layers.Dense(3)(layers.GlobalAveragePooling2D()(x)))


def either(x, wide):
    # the same test decides both
    y = layers.Conv2D(64 if wide else 32, 3, padding="same")(x)
    z = layers.Conv2D(64 if wide else 32, 1)(x)
    return layers.Add()([y, z])


def gated(x, gate):
    weights = layers.Conv2D(1, 1, activation="sigmoid")(gate)
    return layers.Multiply()([layers.Conv2D(64, 1)(x), weights])
