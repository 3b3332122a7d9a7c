"""What `call` notes down on a layer of one's own is there afterwards, whatever it was called on."""

import json

import keras
from keras import layers

shape = tuple(json.loads("[8, 8, 1]"))


class Encoder(layers.Layer):
    def __init__(self):
        super().__init__()
        self.encoded, self.sides = None, None
        self.flat = layers.Flatten()

    def call(self, x):
        if self.encoded is None:
            self.encoded = x.shape[1:]
        self.sides, _ = x.shape[1:3], x.shape[3]
        return self.flat(x)


encoder = Encoder()
codes = encoder(keras.Input(shape))
layers.Reshape(encoder.encoded)(codes)
layers.Reshape((*encoder.sides, 1))(codes)

starred = Encoder()
starred(*[keras.Input(shape)])
layers.Reshape(starred.encoded)


class Derived(Encoder):
    def call(self, x):
        return super().call(x)


derived = Derived()
derived(keras.Input(shape))
layers.Reshape(derived.encoded)
