"""Lambdas that do what is said around them, or of which something else is said."""

import keras
from keras import layers, ops
from keras.layers import Lambda


def attention(features):
    # mean over the channels
    mean = Lambda(lambda t: ops.mean(t, axis=3, keepdims=True))(features)
    largest = Lambda(lambda t: ops.max(t, axis=3, keepdims=True))(features)
    gate = layers.Conv2D(1, 7, padding="same")(layers.Concatenate()([mean, largest]))
    return layers.Multiply()([features, gate])


def spatial(x):
    # average over the channel axis
    vector = ops.mean(x, axis=1)
    both = layers.Concatenate(axis=-1)([vector, vector])
    return layers.Dense(1)(both)


image = keras.Input((16, 24, 3))
x = layers.Conv2D(8, 3, padding="same")(image)
# average over the height
columns = Lambda(lambda t: ops.mean(t, axis=1))(x)
mean_over_width = Lambda(lambda t: ops.mean(t, axis=1))(layers.Permute((2, 1, 3))(x))
width_of_all = Lambda(lambda t: 0.1 * ops.mean(t, axis=1))(x)
# sum over the height, and over the width of what is left
total = Lambda(lambda t: ops.sum(ops.sum(t, axis=1), axis=1))(x)
both = Lambda(lambda t: ops.concatenate(t, axis=-1))([x, x])  # join along the channels
