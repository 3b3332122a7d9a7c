"""Arguments that `compile`, `fit` and their like do not take; those of a Model in Keras 1."""

import keras
import numpy as np
from keras import layers, ops

x, y = np.zeros((10, 32)), np.zeros((10, 3))
inputs = keras.Input((32,))
model = keras.Model(inputs, layers.Dense(3)(inputs))
model.compile(optimizer="adam", losses="mse")  # error: CAT139 "unexpected keyword" "`loss`"
model.compile("adam", "mse")
model.fit(x, y, epoch=10)  # error: CAT139 "'epoch'" "there is `epochs`"
model.fit(x, y, batchsize=10)  # error: CAT139 "there is `batch_size`"
model.fit(x, y, workers=4)  # error: CAT139 "'workers'"
model.evaluate(x, y, epochs=3)  # error: CAT139 "'epochs'"
model.predict()  # error: CAT139 "missing a required argument: 'x'"
model.train_on_batch(x, y, None, None, True, 4)  # error: CAT139 "takes 5 positional"

other = keras.Input((4,))
pair = keras.Model([inputs, other], layers.Dense(3)(layers.concatenate([inputs, other])))
pair.compile("adam", "mse")
pair.fit(x, y)  # error: CAT139 "the model takes 2 input(s), is given 1 array(s)"
pair.evaluate([x, np.zeros((10, 4)), x], y)  # error: CAT139 "is given 3 array(s)"
model.train_on_batch([x, x], y)  # error: CAT139 "takes 1 input(s), is given 2"
pair.fit([x, np.zeros((10, 4))], y, verbose=0)

keras.Model(input=inputs, output=layers.Dense(3)(inputs))  # error: CAT139 "there is `inputs`"


class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, x):
        return self.dense(x)


own = Own()
own.compile("adam", "mse", metric=["mae"])  # error: CAT139 "there is `metrics`"
own.compile("adam", "mse")
own.fit(x, y, n_epochs=10)  # error: CAT139 "there is `epochs`"
