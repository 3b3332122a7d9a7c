"""Arguments by position that are no tensors: Keras 3 takes those by their names."""

import keras
from keras import layers, ops

x = keras.Input((4,))


class Repeated(layers.Layer):
    def call(self, x, times=1, training=None):
        return ops.tile(x, (1, times))


Repeated()(x, 3)  # error: CAT139 "is given 3 by position" "give it by its name"
Repeated()(x, None, True)  # error: CAT139 "is given True by position"
Repeated()(x, lambda count: count)  # error: CAT139

model = keras.Model(x, layers.Dense(2)(x))
model(x, True)  # error: CAT139 "is given True by position"
model(x, x)  # error: CAT139 "where `training` stands" "in a list"
model()  # error: CAT139 "missing a required argument: 'inputs'"
stack = keras.Sequential([layers.Dense(2)])
stack(x, False)  # error: CAT139
stack(x, training=True, inputs=x)  # error: CAT139

layers.Identity()(x, 3)  # error: CAT139
layers.ReLU()(x, x)  # error: CAT139
layers.Add()([x, x], 3)  # error: CAT139
layers.Concatenate()([x, x], -1)  # error: CAT139
