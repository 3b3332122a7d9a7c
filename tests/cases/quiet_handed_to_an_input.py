"""What goes to an Input by way of something else, or is no image."""

import keras
from keras import layers

width, height, steps = 320, 240, 20


def turned(dim):
    image = keras.Input(shape=(dim[1], dim[0], dim[2]))
    return keras.Model(image, layers.Conv2D(8, 3)(image))


def series(shape):
    inputs = keras.Input(shape)
    return keras.Model(inputs, layers.LSTM(8)(inputs))


def given(dim):
    dim = (dim[1], dim[0], 3)
    image = keras.Input(dim)
    return keras.Model(image, layers.Conv2D(8, 3)(image))


nets = turned((width, height, 3)), series((steps, width)), given((width, height, 3))
