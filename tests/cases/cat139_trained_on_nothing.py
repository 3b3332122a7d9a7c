"""What is no data to train on, arguments of no kind that training takes, labels that are not there."""

import keras
import numpy as np
from keras import layers

x, y = np.zeros((6, 4)), np.zeros((6, 3))
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.compile("sgd", "mse")
model.fit()  # error: CAT139 "is given nothing to run on"
model.fit([[1, 2, 3, 4]], y)  # error: CAT139 "`x` must be arrays, is a list of words or numbers"
model.fit("data.csv", y)  # error: CAT139 "`x` must be arrays, is 'data.csv'"
model.fit(x)  # error: CAT139 "no labels for its loss"
model.fit(x, y, epochs="3")  # error: CAT139 "`epochs` can't be '3'"
model.fit(x, y, batch_size=2.0)  # error: CAT139 "`batch_size` can't be 2.0"
model.fit(x, y, callbacks=["stop"])  # error: CAT139 "`callbacks` must be callbacks"
model.fit(x, y, class_weight=[1, 2])  # error: CAT139 "a dict from classes to weights"
model.fit(x, y, validation_data=x)  # error: CAT139 "`validation_data`: is given no labels"
model.predict(np.zeros(4))  # error: CAT139 "x[None]"
model.predict(model.inputs[0])  # error: CAT139 "is a symbolic tensor"

first, second = keras.Input((4,), name="first"), keras.Input((2,), name="second")
outs = [layers.Dense(1, name="one")(first), layers.Dense(2, name="two")(second)]
pair = keras.Model([first, second], outs)
pair.compile("sgd", ["mse", "mae"])
one, two = np.zeros((6, 1)), np.zeros((6, 2))
pair.fit({"first": x, "third": two}, [one, two])  # error: CAT139 "missing data for input 'second'"
pair.fit([x, two], one)  # error: CAT139 "labels are given for 1 output(s), the model has 2"
pair.fit([x, two], {"one": one, "three": two})  # error: CAT139 "the outputs are ['one', 'two']"
pair.predict(x)  # error: CAT139 "takes 2 input(s), is given 1 array(s)"
