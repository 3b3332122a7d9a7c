"""Comments beside layers that nothing calls, which may be about what goes in, or about more."""

import keras
from keras import layers


class Classifier(keras.Model):
    def __init__(self, classes, filters):
        super().__init__()
        self.first = layers.Conv2D(48, 11, strides=4)  # takes (None, 224, 224, 3)
        self.turned = layers.Conv2D(48, 3, data_format="channels_first")  # output(None, 48, 9, 9)
        self.other = layers.Conv2D(48, 3)  # output(None, 48, 9, 9)
        self.free = layers.Conv2D(filters, 3)  # output(None, 9, 9, 64)
        self.flat = layers.Dense(64)  # (None, 128)
        self.steps = layers.TimeDistributed(layers.Dense(64))  # output(None, 10, 32)

    def call(self, x):
        return self.flat(self.free(self.first(x)))
