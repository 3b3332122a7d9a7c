"""The same that is right."""

import keras
from keras import layers


def down(x, filters):
    skip = layers.Conv2D(filters, 3, padding="same")(x)
    return skip, layers.MaxPooling2D()(skip)


image = keras.Input((64, 64, 3))
s1, p1 = down(image, 8)  # p1: (None, 32, 32, 8)
s2, p2 = down(p1, 16)  # skip, half: (None, 32, 32, 16)
words = layers.Embedding(100, 24)(keras.Input((20,)))  # B x T x 24
