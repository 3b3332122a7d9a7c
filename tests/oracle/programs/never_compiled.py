import keras
import numpy as np
from keras import layers

# --- a model that is trained before it is compiled
x, y = np.zeros((8, 4)), np.zeros((8, 3))
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
m.fit(x, y, verbose=0)
m.evaluate(x, y, verbose=0)
m.train_on_batch(x, y)
m.test_on_batch(x, y)
p = m.predict(x, verbose=0)

# --- one that is, beside one that is not
x, y = np.zeros((8, 4)), np.zeros((8, 3))
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
n = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
m.compile("sgd", "mse")
m.fit(x, y, verbose=0)
n.fit(x, y, verbose=0)

# --- a model of the program
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)

    def call(self, x):
        return self.dense(x)


x, y = np.zeros((8, 4)), np.zeros((8, 3))
net = Net()
net.fit(x, y, verbose=0)
other = Net()
other.compile("sgd", "mse")
other.fit(x, y, verbose=0)

# --- compiled by a function
def ready(model):
    model.compile("sgd", "mse")
    return model


x, y = np.zeros((8, 4)), np.zeros((8, 3))
m = ready(keras.Sequential([keras.Input((4,)), layers.Dense(3)]))
m.fit(x, y, verbose=0)
n = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
ready(n)
n.fit(x, y, verbose=0)
