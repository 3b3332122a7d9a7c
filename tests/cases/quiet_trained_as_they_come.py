"""Models that are built by their first data, with data that they take."""

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


class Own(Net):
    """Trains in its own way."""

    def train_step(self, data):
        return {"loss": data[0][0, 0]}


net = Net(3)
net.compile("adam", "mse", metrics=["mae"])
net.train_on_batch(x, y)
net.predict(x, verbose=0).reshape(8, 3, 1)
net.summary(80, print_fn=lambda text: None)
own = Own(2)
own.compile("adam", "mse")
wide = Net(1)
wide.compile("adam", "mse")
wide.evaluate(x, y, verbose=0)

lazy = keras.Sequential([layers.Dense(8), layers.Dense(3)])
lazy.compile("adam", "mse")
history = lazy.fit(x, y, verbose=0)
unseen = np.frombuffer(bytes(32)).reshape(-1, 4)
first = lazy.predict(unseen, verbose=0)[0]
history.history["loss"]
lazy.layers[0]


def train(model, data):
    """Of what nobody calls nothing is said."""
    model.fit(data)["loss"]
    a, b = model.evaluate(data)


class Halved(layers.Layer):
    def build(self, shapes):
        self.kernel = self.add_weight(shape=(shapes[0][-1], 2))

    def call(self, inputs):
        return inputs[0]


Halved()([keras.Input((4,)), keras.Input((4,))])
