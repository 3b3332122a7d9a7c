"""Modules that `from keras import *` brings, and names that a program gives itself."""

from keras import *
from keras.layers import *


class utils:
    size = 8


def ops(x):
    return Dense(4)(x)


image = layers.Input((utils.size, 8, 3))
half = layers.Conv2D(4, 3, strides=2, padding="same")(image)
layers.Concatenate()([Conv2D(4, 1, strides=2)(image), half])
Add()([ops(half), half])
model = models.Model(image, half)
model.compile(optimizers.Adam(), losses.MeanSquaredError(), metrics=[metrics.MeanAbsoluteError()])
