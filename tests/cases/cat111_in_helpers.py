"""Helpers that nothing here calls: what a layer takes tells the rank, its filters the channels."""

import keras
from keras import layers


def attention(x, filters, pool):
    a = layers.Conv2D(64, 3, padding="same")(x)
    b = layers.Conv2D(32, 3, padding="same")(x)
    both = layers.Add()([a, b])  # error: CAT111 "axis 3 (channels) is 64 vs 32"
    joined = layers.Concatenate()([a, b])
    steps = layers.LSTM(3)(joined)  # error: CAT121 "(?, ?, ?, 96)" "expected ndim=3, found ndim=4"
    beyond = layers.Concatenate(axis=4)([joined, a])  # error: CAT102 "axis=3 would give (?, ?, ?, 160)"
    return both, steps, beyond
