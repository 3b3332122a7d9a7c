"""Models that are built by their first data, and what training gives back."""

import keras
from keras import layers
import numpy as np

x, y = np.zeros((8, 4)), np.zeros((8, 3))


class Net(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.hidden, self.out = layers.Dense(8), layers.Dense(units)

    def call(self, inputs):
        return self.out(self.hidden(inputs))


net = Net(2)
net.compile("adam", "mse")
net.fit(x, y)  # error: CAT139 "mse can't hold labels (8, 3) against outputs (8, 2)"
net.compile("adam", "mse", metrik=["mae"])  # error: CAT139 "unexpected keyword"
net.compile("adamm", "mse")  # error: CAT139 "there is no optimizer 'adamm'"
net.summary(line=80)  # error: CAT139 "unexpected keyword argument 'line'"

lazy = keras.Sequential([layers.Dense(8), layers.Dense(2)])
lazy.compile("adam", "mse")
lazy.fit(x, y)  # error: CAT139 "against outputs (8, 2)"
lazy.evaluate(np.zeros((8, 5)), y)  # error: CAT125
conv = keras.Sequential([layers.Conv2D(4, 3), layers.Flatten()])
conv.predict(np.zeros((8, 6, 6)))  # error: CAT121
lazy.layers["dense"]  # error: CAT139 "are taken by one number, not by 'dense'"


class Halved(layers.Layer):
    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[0][-1], 2))  # error: CAT139 "has no parts"

    def call(self, inputs):
        return inputs


Halved()(keras.Input((4,)))
