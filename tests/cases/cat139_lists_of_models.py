"""Layers, inputs and outputs that a model does not have."""

import keras
from keras import layers, ops

image, meta = keras.Input((8,)), keras.Input((4,))
both = layers.Dense(2)(layers.concatenate([image, meta]))
model = keras.Model([image, meta], both)

model.layers[12]  # error: CAT139 "the `layers` of the model are 4, none at 12"
model.layers[-5]  # error: CAT139 "none at -5"
model.inputs[2]  # error: CAT139 "the `inputs` of the model are 2"
model.outputs[1]  # error: CAT139 "are 1, none at 1"
stack = keras.Sequential([layers.Dense(3), layers.Dense(4)])
stack.layers[2].units  # error: CAT139 "are 2, none at 2"
