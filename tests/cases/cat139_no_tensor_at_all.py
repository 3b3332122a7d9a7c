"""Functions and classes where tensors belong; names that nothing binds."""

import keras
from keras import layers, ops
from keras.layers import Input

images = Input((32, 32, 3))


def halved(x):
    return x / 2


class Settings:
    pass


of_builtin = layers.Conv2D(8, 3)(input)  # error: CAT139 "is given `input` itself by position, where only tensors may stand"
of_class = layers.Flatten()(Input)  # error: CAT139 "is given `Input` itself by position"
of_function = layers.Dense(3)(halved)  # error: CAT139 "is given the function `halved` by position"
of_own_class = layers.Dense(3)(Settings)  # error: CAT139 "is given the class `Settings` by position"
of_operation = layers.Dense(3)(ops.relu)  # error: CAT139 "is given `relu` itself by position"
in_a_list = layers.Concatenate()([images, Input])  # error: CAT139 "is given `Input` itself by position"

parts = layers.Lambda(lambda x: tg.split(x, 3, axis=-1))(images)  # error: CAT139 "its function fails: the name `tg` is not defined"


def scaled(x):
    return K.abs(x)  # noqa: F821


sizes = layers.Lambda(scaled)(images)  # error: CAT139 "the name `K` is not defined; from keras import backend as K"

in_threes = keras.Sequential(
    [layers.Lambda(lambda x: ops.split(x, 3, axis=3), input_shape=(32, 32, 3))]
)
in_threes.add(layers.Conv2D(8, 1))  # error: CAT139 "takes 1 tensor, is called on a list of 3 tensors"

by_functions = keras.Sequential([layers.Dense(3), halved])  # error: CAT139 "is made of layers, is given the function `halved`"
by_classes = keras.Sequential([layers.Flatten, layers.Dense(3)])  # error: CAT139 "is given `Flatten` itself"
in_rows = keras.Sequential([[layers.Flatten(), layers.Dense(3)]])  # error: CAT139 "is given a list"
grown = keras.Sequential()
grown.add(halved)  # error: CAT139 "takes one layer, is given the function `halved`"
grown.add(layers.Dropout)  # error: CAT139 "is given `Dropout` itself"
grown.add([layers.Dense(3)])  # error: CAT139 "takes one layer, is given a list; add its layers one by one"
