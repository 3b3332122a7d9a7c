"""Slips in layers of the program: no super().__init__(), the name of a weight first, unpacking."""

import keras
from keras import layers, ops

x = keras.Input((4,))


class Forgets(layers.Layer):
    def __init__(self, units):
        self.units = units

    def call(self, x):
        return x


Forgets(3)(x)  # error: CAT139 "does not call that of its base" "super().__init__()"


class Mixin:
    def __init__(self):
        self.count = 3


class Mixed(Mixin, layers.Layer):
    def call(self, x):
        return x


Mixed()(x)  # error: CAT139 "the `__init__` of `Mixin`"


class NameFirst(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight("w", shape=(input_shape[-1], 2))  # error: CAT124 "the name 'w'"

    def call(self, x):
        return ops.matmul(x, self.w)


NameFirst()(x)


class OfNothing(layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight((4, 2), "oness")  # error: CAT124 "no initializer 'oness'"

    def call(self, x):
        return ops.matmul(x, self.w)


OfNothing()(x)


class Pair(layers.Layer):
    def call(self, inputs):
        a, b = inputs  # error: CAT139 "can't be unpacked"
        return a + b


Pair()(x)


class Three(layers.Layer):
    def call(self, inputs):
        a, b = ops.transpose(inputs)  # error: CAT139 "4 parts"
        return a + b


Three()(x)


class Checked(layers.Layer):
    """Keras looks at the arguments first."""

    def build(self, shape):
        self.w = self.add_weight((shape[-1], 2), "oness")

    def call(self, inputs):
        return ops.matmul(inputs, self.w)


Checked()()  # error: CAT139 "missing a required argument: 'inputs'"
