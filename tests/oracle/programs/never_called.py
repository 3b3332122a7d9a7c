import keras
import numpy as np
from keras import layers

# --- a layer
a = layers.Dense(3)
b = a.output
c = layers.Dense(3)
c.build((None, 4))
d = c.input
e = layers.Dense(3)
f = e(keras.Input((4,)))
g = e.output

# --- a Sequential without an Input
m = keras.Sequential([layers.Dense(3)])
a = m.output
n = keras.Sequential()
n.add(layers.Dense(3))
b = n.inputs
c = n.output_shape

# --- one that was built has outputs, but no output
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
a = m.outputs[0]
b = m.output
c = m.output_shape
n = keras.Sequential([layers.Dense(3)])
n.build((None, 4))
d = n.input
e = n.input_shape

# --- one that was called has both
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
y = m(keras.Input((4,)))
a = m.output


# --- called by a function that has it under another name
def use(model, x):
    return model(x)


m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
y = use(m, keras.Input((4,)))
a = m.output
