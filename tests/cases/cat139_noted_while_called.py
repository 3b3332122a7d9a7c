"""A layer's attribute that is None, and that no method but `__init__` gives, stays None."""

import json

import keras
from keras import layers

shape = tuple(json.loads("[8, 8, 1]"))


class Encoder(layers.Layer):
    def __init__(self):
        super().__init__()
        self.encoded = None
        self.side = None
        self.flat = layers.Flatten()

    def call(self, x):
        encoded, self.side = x.shape[1:], x.shape[1]
        return self.flat(x)


encoder = Encoder()
encoder(keras.Input(shape))
layers.Reshape(encoder.encoded)  # error: CAT139 "the target shape must be a tuple, is None"
small = Encoder()
codes = small(keras.Input((8, 8, 1)))
layers.Reshape((small.side, 7))(codes)  # error: CAT123 "(8, 7) has 56 elements"
