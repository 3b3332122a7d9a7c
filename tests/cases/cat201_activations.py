"""What a comment says of the softmax that is a layer's activation: it works on the last axis."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

maps = keras.Input((32, 32, 3))
x = layers.Conv2D(8, 3)(maps)
# softmax over the width  # error: CAT201 "axis 3 (channels)" "says width"
masks = layers.Conv2D(5, 1, activation="softmax")(x)
# softmax along the height axis  # error: CAT201 "says height"
more = layers.Conv2D(5, 1, activation=tf.nn.softmax)(x)


def head(features, classes):
    return layers.Conv2D(classes, 1, activation="softmax")(features)  # softmax along the width  # error: CAT201


def batched(blocks):
    left, right = keras.Input((8, 8, 3)), keras.Input((8, 8, 3))
    # join over the batch  # error: CAT201 "says batch"
    return blocks(layers.Concatenate()([left, right]))


def rows(features, classes):
    # softmax over the rows  # error: CAT201 "says height"
    return layers.Conv2D(classes, 1, activation="softmax")(features)


def named(a, b):
    joined = layers.concatenate([a, b], axis=3, name="widthwise_concat")  # error: CAT201 "widthwise"
    return layers.Conv2D(8, 3)(joined)
