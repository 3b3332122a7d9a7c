"""In code that nothing calls, a number that is written out is as certain as anywhere."""

from keras import Input, layers, ops


def strides(image):
    return layers.Conv2D(3, 3, strides=0)(image)  # error: CAT139


def units(image):
    return layers.Dense(0)(image)  # error: CAT139


def shape(image):
    return Input(shape=5)  # error: CAT139


def nothing(image):
    return Input()  # error: CAT139


def parts(image):
    x = Input((8, 8, 3))
    return ops.split(x, 0, axis=-1)  # error: CAT139


def unnamed(image):
    x = layers.Conv2D(8, 3, name=None)(image)
    return layers.LSTM(4)(x)  # error: CAT121
