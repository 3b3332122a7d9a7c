"""What is called in a branch that is not taken is made for other sizes."""

import keras
from keras import layers


class Encoder:
    def __init__(self, size=64):
        self.size = size
        self.depth = 4

    def build(self):
        if self.size == 32:
            return self.for_32()
        return self.for_64()

    def for_64(self):
        x = keras.Input((self.size, self.size, 3))
        return layers.Concatenate()([layers.MaxPooling2D(64)(x), keras.Input((1, 1, 8))])

    def for_32(self):
        x = keras.Input((self.size, self.size, 3))
        return layers.Concatenate()([layers.MaxPooling2D(32)(x), keras.Input((1, 1, 8))])


def head(size=10):
    x = keras.Input((size, size, 3))
    return layers.Reshape((16, 3))(x)


DEPTH = 2
if DEPTH > 3:
    tall = head(4)
