"""A function that calls itself in a branch that nothing decides: which way it goes goes together."""

import keras
from keras import layers


def reversed_outputs(layer, x):
    if isinstance(layer, layers.Flatten):
        return x
    if isinstance(layer, layers.Conv1D):
        x = layers.Conv1D(layer.filters, 3)(x)
    elif isinstance(layer, layers.Conv2D):
        x = layers.Conv2D(layer.filters, 3)(x)
    elif isinstance(layer, layers.Dense):
        return reversed_outputs(layer.before, layers.Reshape((layer.units, 1))(x))
    return reversed_outputs(layer.before, x)


def upper(layer, x):
    if isinstance(layer, layers.Conv1D):
        return upper(layer.before, layers.Conv1D(4, 3, padding="same")(x))
    elif isinstance(layer, layers.Conv2D):
        return upper(layer.before, layers.Conv2D(4, 3, padding="same")(x))
    return x


def reverse(model):
    last = model.layers[-1]
    x = keras.Input(last.output.shape[1:])
    return keras.Model(x, [reversed_outputs(last, x), upper(last, x)])
