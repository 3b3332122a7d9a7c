"""What layers and models have, or are given; what is asked whether it is there."""

import keras
from keras import layers

x = keras.Input((4,))
dense = layers.Dense(3)
dense.note = "mine"
dense.note.upper()
model = keras.Model(x, dense(x))
model.uses_learning_phase
model.predict_classes
dense.units, dense.get_output_at, dense.output_shape, model.fit, model.history
if hasattr(dense, "fit"):
    dense.fit(x)
try:
    dense.unit
except AttributeError:
    pass
stack = keras.Sequential([dense])
stack.add(layers.Dense(2))
if dense:
    stack.pop()


class Pair(layers.Layer):
    def call(self, inputs):
        a, b = inputs
        return a + b


Pair()([x, x])


class Mine(keras.Model):
    def __getitem__(self, index):
        return index


mine = Mine(x, dense(x))
mine[0]


def changed(layer):
    layer.other = layer
    return layer.another
