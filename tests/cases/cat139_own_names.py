"""Layers of the program made with other arguments than they take; attributes nothing gives them."""

import keras
from keras import layers, ops


class Plain(layers.Layer):
    def __init__(self):
        super().__init__()

    def call(self, x):
        return x


Plain(name="plain")  # error: CAT139 "unexpected keyword argument 'name'"
Plain(3)  # error: CAT139 "takes 1 positional"


class Scaled(layers.Layer):
    def __init__(self, units, rate=0.5):
        super().__init__()
        self.units = units
        self.dropout = layers.Dropout(rate)

    def call(self, x):
        return self.droput(x)  # error: CAT139 "no attribute 'droput'" "`dropout`"


Scaled()  # error: CAT139 "missing a required argument: 'units'"
Scaled(4, ratio=0.1)  # error: CAT139 "'ratio'" "`rate`"
Scaled(4)(keras.Input((8,)))


class Forgotten(keras.Model):
    def __init__(self, units):
        super().__init__()
        dense = layers.Dense(units)
        self.last = layers.Dense(1)

    def call(self, x):
        x = self.dense(x)  # error: CAT139 "`Forgotten` has no attribute 'dense'"
        return self.last(x)


Forgotten(4)(keras.Input((8,)))


class Norm(layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return x * self.gain + self.bias  # error: CAT139 "no attribute 'bias'"


class Biased(layers.Layer):
    """What this one has, the other has not."""

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(input_shape[-1],))

    def call(self, x):
        return x + self.bias


Biased()(Norm()(keras.Input((8,))))


def built(image):
    return Scaled(units=3, dropout=0.1)(image)  # error: CAT139 "'dropout'"
