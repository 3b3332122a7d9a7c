"""Losses, metrics and weights for the outputs that a model has, and what Keras made before 3."""

import keras
from keras import layers
import numpy as np

inputs = keras.Input((16,))
price = layers.Dense(1, name="price")(inputs)
kind = layers.Dense(3, name="kind")(inputs)
eager = {"run_eagerly": True}
x, y = np.zeros((8, 16)), [np.zeros((8, 1)), np.zeros((8, 3))]

pair = keras.Model(inputs, [price, kind])
pair.compile("adam", {"price": "mse", "kind": "mse"}, {"price": 1.0, "kind": 0.5}, **eager)
pair.compile("adam", ["mse", "mse"], [1.0, 0.5], metrics=[["mae"], ["mae", "mse"]], **eager)
pair.train_on_batch(x, y)
pair.compile("adam", ["mse", "mse"], metrics={"kind": ["mae"]}, **eager)
total, of_price, of_kind, error = pair.evaluate(x, y, verbose=0)
first, second = pair.predict(x, verbose=0)

# A name that Keras counted, and one output: a list of losses is for that one.
counted = keras.Model(inputs, layers.Dense(1)(inputs))
counted.compile("adam", ["mse", "mae"], metrics=["mae", "mse"], **eager)
counted.test_on_batch(x, y[0])

named = keras.Model(inputs, {"a": price, "b": kind})
named.compile("adam", {"a": "mse"}, metrics={"b": "mae"}, **eager)
named.test_on_batch(x, {"a": y[0], "b": y[1]})
named.output["a"]
parts = named.output
parts["sum"] = price
parts["sum"]

one = keras.Sequential([keras.Input((16,)), layers.Dense(1)])
one.compile("sgd", "mse", metrics=["mae"], **eager)
loss, error = one.evaluate(x, y[0], verbose=0)
results = one.test_on_batch(x, y[0], return_dict=True)
loss, *rest = one.test_on_batch(x, y[0])
kernel, bias = one.get_weights()
one.set_weights([kernel, bias])
one.weights[1]

lazy = layers.Dense(4)
lazy.build((None, 3))
lazy.set_weights([np.zeros((3, 4)), np.zeros(4)])
lazy.kernel
used = layers.Dense(4)
for layer in (used,):
    layer(inputs)
used.bias
waiting = keras.Sequential([layers.Dense(4), layers.Dense(2)])
waiting(inputs)
waiting.count_params()
one.summary(80, expand_nested=True)
outer = keras.Sequential([keras.Input((16,)), keras.Sequential([layers.Dense(1)], name="inner")])
outer.get_layer("inner")


class Counted(layers.Layer):
    def build(self, shape):
        self.dense = layers.Dense(2)
        self.dense.build(shape)

    def call(self, x):
        return x * self.dense.kernel[0, 0]


Counted()(inputs)

only = keras.Model(inputs, [price])  # a list of one is called for its one: both losses are its own
only.compile("adam", ["mse", "mae"], **eager)
only.train_on_batch(x, y[0])
