"""Losses, metrics and weights for other outputs than a model has; results by other numbers."""

import keras
from keras import layers
import numpy as np

inputs = keras.Input((16,))
price = layers.Dense(1, name="price")(inputs)
kind = layers.Dense(3, name="kind")(inputs)
x, y = np.zeros((8, 16)), [np.zeros((8, 1)), np.zeros((8, 3))]

pair = keras.Model(inputs, [price, kind])
pair.compile("adam", ["mse", "mse", "mae"])
pair.fit(x, y)  # error: CAT139 "3 losses are given, the model has 2 outputs"
pair.compile("adam", {"cost": "mse", "kind": "mse"})
pair.fit(x, y)  # error: CAT139 "no output 'cost'" "there is 'price', 'kind'"
pair.compile("adam", {"price": "mse", "kind": "mse"}, {"price": 1.0, "type": 0.5})
pair.fit(x, y)  # error: CAT139 "`loss_weights` has nothing for the output 'kind'"
pair.compile("adam", ["mse", "mse"], [1.0])
pair.evaluate(x, y)  # error: CAT139 "1 weights are given for 2 loss(es)"
pair.compile("adam", "mse", metrics={"prize": ["mae"]})
pair.train_on_batch(x, y)  # error: CAT139 "`metrics`: the model has no output 'prize'"
first, second, third = pair.predict(x)  # error: CAT139 "are 2, not 3"

named = keras.Model(inputs, {"a": price, "b": kind})
named.compile("adam", {"a": "mse", "c": "mse"})
named.fit(x, {"a": y[0], "b": y[1]})  # error: CAT139 "no output 'c'"
named.output["c"]  # error: CAT139 "the `output` of the model has no 'c', but 'a', 'b'"
pair.compile("adam", "mse", loss_weights="auto")  # error: CAT139 "must be numbers, is 'auto'"

one = keras.Sequential([keras.Input((16,)), layers.Dense(1)])
one.compile("sgd", "mse")
loss, error = one.evaluate(x, y[0])  # error: CAT139 "is one number, the loss"
one.compile("sgd", "mse", metrics=["mae"])
loss, error, score = one.evaluate(x, y[0])  # error: CAT139 "the loss and 1 metric(s), are 2, not 3"
kernel, bias, scale = one.get_weights()  # error: CAT139 "the weights are 2, not 3"
one.weights[2]  # error: CAT139 "the weights are 2, none at 2"

lazy = layers.Dense(4)
lazy.set_weights([np.zeros((3, 4))])  # error: CAT139 "neither called nor built"
waiting = keras.Sequential([layers.Dense(4), layers.Dense(2)])
waiting.count_params()  # error: CAT139 "no weights to count"
one.summary(line_len=80)  # error: CAT139 "there is `line_length`"
one.save_weights()  # error: CAT139 "missing a required argument: 'filepath'"
layers.RNN(one)  # error: CAT139 "which has no `state_size`"
outer = keras.Sequential([keras.Input((16,)), keras.Sequential([layers.Dense(1)], name="inner")])
outer.get_layer("iner")  # error: CAT139 "no layer 'iner'"
