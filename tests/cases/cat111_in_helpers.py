"""Helpers that nothing here calls: what a layer takes tells the rank, its filters the channels."""

import keras
from keras import layers


def residual(image):
    a = layers.Conv2D(64, 3, padding="same")(image)
    b = layers.Conv2D(32, 3, padding="same")(image)
    return layers.Add()([a, b])  # error: CAT111 "axis 3 (channels) is 64 vs 32"


def encoded(image):
    maps = layers.Conv2D(64, 3, padding="same")(image)
    return layers.LSTM(3)(maps)  # error: CAT121 "(?, ?, ?, 64)" "expected ndim=3, found ndim=4"


def joined(image):
    a = layers.Conv2D(64, 3, padding="same")(image)
    b = layers.Conv2D(32, 3, padding="same")(image)
    return layers.Concatenate(axis=4)([a, b])  # error: CAT102 "axis=3 would give (?, ?, ?, 96)"
