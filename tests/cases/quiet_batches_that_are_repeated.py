"""Merging layers look at the batch sizes where they are built, and never again."""

import keras
import numpy as np
from keras import layers, ops


class Positions(layers.Layer):
    """The same for each sample: its batch has one."""

    def call(self, x):
        return ops.ones((1, 4, 3))


x = keras.Input((4, 3))
y = layers.Add()([x, Positions()(x), x])
model = keras.Model(x, y)
assert model(np.zeros((2, 4, 3))).shape == (2, 4, 3)
model(keras.Input((4, 3), batch_size=2))

added = layers.Multiply()
added([x, keras.Input((4, 3), batch_size=1)])
added([np.zeros((2, 4, 3)), np.zeros((1, 4, 3))])

joined = keras.Model(x, layers.add([x, Positions()(x)]))
joined(keras.Input((4, 3), batch_size=2))
