"""Layers, inputs and outputs that a model has, and lists that grow."""

import keras
from keras import layers, ops

image, meta = keras.Input((8,)), keras.Input((4,))
both = layers.Dense(2)(layers.concatenate([image, meta]))
model = keras.Model([image, meta], both)

model.layers[3].units
model.layers[-4]
model.inputs[1].shape
model.outputs[0].shape
model.output.shape
model.input[1].shape
for layer in model.layers[:9]:
    layer.trainable = False
found = list(model.layers)
found.append(layers.Dense(3))
found[4]
try:
    last = model.layers[40]
except IndexError:
    last = model.layers[-1]
stack = keras.Sequential([layers.Dense(3)])
stack.add(layers.Dense(4))
stack.layers[1]
