import keras
import numpy as np
from keras import layers, ops

# --- a Model of what is no tensor
x = keras.Input((4,))
y = layers.Dense(3)(x)
keras.Model(x, None)
keras.Model(None, y)
keras.Model(x, [y, None])
keras.Model(x, y.shape)
keras.Model(x, layers.Dense)
keras.Model(x, lambda t: t)
m = keras.Model(x, [y, y])
s = m.output_shape

# --- and of arguments that it has not
x = keras.Input((4,))
y = layers.Dense(3)(x)
keras.Model(x, y, 3)
keras.Model(x, y, "name")
keras.Model(x, y, name=3)
keras.Model(x, y, inputs=x)
keras.Model([x])
keras.Model(inputs=[x])
keras.Model(layers.Dense(3))
keras.Model(units=3)
m = keras.Model(x, outputs=y, trainable=False, name="m")
s = m.output_shape
n = keras.Model(name="of nothing")

# --- a Sequential of what is none of its arguments
keras.Sequential([layers.Dense(1)], "name")
keras.Sequential([layers.Dense(1)], None)
keras.Sequential([layers.Dense(1)], True, "name", 3)
keras.Sequential([layers.Dense(1)], dtype="float32")
keras.Sequential(input_shape=(4,))
keras.Sequential(layer=[layers.Dense(1)])
keras.Sequential(3)
keras.Sequential(keras.Input((4,)))
keras.Sequential([None])
m = keras.Sequential([layers.Dense(1)])
m.add(None)
n = keras.Sequential((keras.Input((4,)), layers.Dense(3)), True, "n")
s = n.output_shape

# --- a model called on what is no tensor
x = keras.Input((4,))
m = keras.Model(x, layers.Dense(3)(x))
m(None)
m(3)
m("x")
m([1.0, 2.0, 3.0, 4.0])
m([[1.0, 2.0, 3.0, 4.0]])
m((None, 4))
m(x.shape)
m(layers.Dense(4))
m(layers.Dense)
m(m)
m(len)
m([])
m({})
m({"no input": x})
y = m([x])
z = m(m.input)

# --- a Sequential called so
x = keras.Input((4,))
m = keras.Sequential([layers.Dense(3)])
m(3)
m("x")
m((4,))
m(None)
m([])
m(layers.Dense(3))
n = keras.Sequential([layers.Rescaling(2.0)])
n([1, 2])
y = n(x)
n(None)
o = keras.Sequential([layers.Dense(2)])
z = o(y)
o({"x": 3})

# --- a matrix in the body of a layer: many rows are flattened on TensorFlow, nothing is said
class Project(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight((shape[1], 5))

    def call(self, x):
        return x @ self.w


y = Project()(keras.Input((3,)))
z = Project()(keras.Input((3, 3)))
