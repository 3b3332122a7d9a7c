"""Models made of what is no tensor, called on what is none, trained before they are compiled."""

import keras
import numpy as np
from keras import layers

x = keras.Input((4,))
y = layers.Dense(3)(x)
keras.Model(x, None)  # error: CAT139 "the outputs must be tensors, not None"
keras.Model(None, y)  # error: CAT139 "the inputs must be tensors, not None"
keras.Model(x, [y, len])  # error: CAT139 "not `len` itself"
keras.Model(x, y, 3)  # error: CAT139 "takes inputs and outputs by position" "give the name as `name=`"
keras.Model([x])  # error: CAT139 "is given inputs without outputs"
keras.Model(x, y, name=3)  # error: CAT139 "`name` must be a string, is 3"

keras.Sequential(3)  # error: CAT139 "takes its layers in a list, is given 3"
keras.Sequential([layers.Dense(1)], None)  # error: CAT139 "`trainable` must be True or False"
keras.Sequential([layers.Dense(1), None])  # error: CAT139 "is made of layers, is given None"

model = keras.Model(x, y)
model(None)  # error: CAT139 "is called on None, not on a tensor"
model("x")  # error: CAT139 "is called on 'x', not on a tensor"
model([1.0, 2.0, 3.0, 4.0])  # error: CAT139 "is called on 1.0"
model(layers.Dense(4))  # error: CAT139 "itself, not on a tensor" "call that first"
model({"no input": x})  # error: CAT139 "missing data for input"

model.fit(np.zeros((8, 4)), np.zeros((8, 3)))  # error: CAT139 "never compiled" "call its `compile`"
model.evaluate(np.zeros((8, 4)), np.zeros((8, 3)))  # error: CAT139 "never compiled"
