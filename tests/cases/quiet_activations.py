"""The softmax of a layer works on its last axis, and its comment says so, or nothing of it."""

from tensorflow import keras
from tensorflow.keras import layers

maps = keras.Input((32, 32, 3))
# softmax over the channels
masks = layers.Conv2D(5, 1, activation="softmax")(maps)
# softmax over the width, which is last here
first = layers.Conv2D(5, 1, activation="softmax", data_format="channels_first")(maps)
# sigmoid at each pixel, along the width and the height
gates = layers.Conv2D(5, 1, activation="sigmoid")(maps)
# keep the width
plain = layers.Conv2D(5, 1, activation="softmax", padding="same")(maps)


def head(features, classes):
    # softmax over the features
    return layers.Dense(classes, activation="softmax")(features)


def batched(blocks):
    left, right = keras.Input((8, 8, 3)), keras.Input((8, 8, 3))
    # join over the batch
    return blocks(layers.Concatenate(axis=0)([left, right]))  # noqa: CAT401


def rows(scores, classes, vectors):
    # softmax over the rows
    weights = keras.activations.softmax(scores, axis=-1)
    # softmax over the rows
    maps_of_weights = keras.activations.softmax(keras.Input((8, 8, 4)), axis=-1)
    # softmax over the rows
    return layers.Dense(classes, activation="softmax")(vectors), weights, maps_of_weights
