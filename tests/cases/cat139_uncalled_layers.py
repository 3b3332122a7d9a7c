"""Layers and models in the place of what they return, and attributes that none has."""

import keras
from keras import layers

x = keras.Input((4,))
dense = layers.Dense(3)
model = keras.Model(x, layers.Dense(2)(x))
dense[0]  # error: CAT139 "is not called" "call it on a tensor first"
dense * 2  # error: CAT139 "an operand of `*`"
for part in model:  # error: CAT139 "a loop, or unpacked"
    pass
a, b = model  # error: CAT139 "a loop, or unpacked"

dense.unit  # error: CAT139 "Dense has no attribute 'unit'" "there is `units`"
dense.fit(x)  # error: CAT139 "a model has one"
model.sumary()  # error: CAT139 "a Model has no attribute 'sumary'" "there is `summary`"
model.add(dense)  # error: CAT139 "a Model has no attribute 'add'"


class Pair(layers.Layer):
    def call(self, inputs):
        a, b = inputs  # error: CAT139 "3 tensors can't be unpacked to 2 names"
        return a + b


Pair()([x, x, x])

named = keras.Model(x, {"up": layers.Dense(2)(x), "down": layers.Dense(3)(x)})
named(x)["left"]  # error: CAT139 "there is no tensor 'left' among 'up', 'down'"


class Step(layers.Layer):
    def call(self, inputs, states):
        return inputs, states


layers.RNN(Step())  # error: CAT139 "which has no `state_size`"
