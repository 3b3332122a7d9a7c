"""Words for optimizers, losses and metrics that there are not; models of what is no tensor."""

import keras
import numpy as np
from keras import layers

x, y = np.zeros((10, 32)), np.zeros((10, 3))
model = keras.Sequential([keras.Input((32,)), layers.Dense(3)])
model.compile("adamm", "mse")  # error: CAT139 "no optimizer 'adamm'" "there is 'adam'"
model.compile("adam", loss="mean_squared_eror")
model.fit(x, y)  # error: CAT139 "no loss 'mean_squared_eror'" "there is 'mean_squared_error'"
model.compile("adam", loss="mse", metrics=["acc", "top5"])
model.evaluate(x, y)  # error: CAT139 "no metric 'top5'"

emptied = keras.Sequential([keras.Input((32,)), layers.Dense(3)])
emptied.pop()
emptied.pop()  # error: CAT139 "no layer to take off"

image = keras.Input((8, 8, 3))
keras.Model((8, 8, 3), layers.Flatten()(image))  # error: CAT139 "the inputs must be tensors, not 8"
keras.Model(image, [layers.Flatten()(image), 3.5])  # error: CAT139 "not 3.5"
keras.Model(image, "flat")  # error: CAT139
