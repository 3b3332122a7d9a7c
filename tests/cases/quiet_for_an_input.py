"""A comment that says for which input its sizes are: this one is another."""

import keras
from keras import layers


def stem(inputs, filters):
    # First large convolution for features for input 224 x 224 and output 112 x 112
    x = layers.Conv2D(filters, (7, 7), strides=(2, 2), padding="same")(inputs)
    return x


stem(keras.Input((32, 32, 3)), 32)
