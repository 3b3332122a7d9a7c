"""What was never called has no input and no output."""

import keras
import numpy as np
from keras import layers, ops

dense = layers.Dense(4)
dense.output  # error: CAT133 "'dense' was never called"

model = keras.Sequential([keras.Input((8,)), layers.Dense(4, name="first"), layers.Dense(2)])
model.compile("sgd", "mse")
model.predict(np.ones((2, 8)))
model.summary()
features = keras.Model(model.inputs, model.get_layer("first").output)
keras.Model(model.inputs, model.output)  # error: CAT133 ".outputs[0] would give it"
keras.Model(model.input, features.output)  # error: CAT133 ".inputs[0] would give it"
model.layers[0].output

lazy = keras.Sequential([layers.Dense(4)])
lazy.outputs  # error: CAT133 "has no `outputs`"

# One that is called on a symbolic tensor remembers that, whoever calls it.
inner = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
outer = keras.Sequential([keras.Input((8,)), inner])
inner.output
head = keras.Sequential([layers.Dense(4)])
head(ops.abs(keras.Input((3,))))
head.output
