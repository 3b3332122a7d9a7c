"""A block of the program's own on what another file gives: that may well come from an Input."""

import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Conv2D(units, 1)
        self.normed = layers.BatchNormalization()

    def call(self, inputs, training=None):
        return self.inner(self.normed(inputs, training=training))


def head_of(shape, features_of):
    images = keras.Input(shape)
    _, features = features_of(images)
    pooled = layers.GlobalAveragePooling2D()(Block(4)(features))
    scores = layers.Activation("softmax")(pooled)
    return keras.Model(images, scores)


def heads_of(shape, features_of):
    images = keras.Input(shape)
    blocks = [Block(units)(found) for units, found in zip((4, 8), features_of(images))]
    return keras.Model(images, blocks)
