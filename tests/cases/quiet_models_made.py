"""Models as Keras makes and calls them; what may be compiled somewhere is trained."""

import keras
import numpy as np
from keras import layers

from elsewhere import settings

x = keras.Input((4,))
y = layers.Dense(3)(x)
model = keras.Model(x, outputs=y, trainable=False, name="model")
model([x])
model(inputs=x)
model(np.zeros((2, 4)), training=True)
keras.Model(name="of nothing")
keras.Model(**settings)
keras.Model(*settings)

keras.Sequential([layers.Dense(1)], name=None)
keras.Sequential((layers.Dense(1),), trainable=True)
keras.Sequential()
stack = keras.Sequential([layers.Rescaling(2.0)])
stack(x)
nothing = keras.Sequential([layers.Dropout(0.5)])
nothing(None)
by_name = keras.Sequential([layers.Dense(1)])
by_name({"x": x})


def ready(one):
    one.compile("sgd", "mse")


ready(model)
model.fit(np.zeros((8, 4)), np.zeros((8, 3)))


def make(inputs=None, outputs=None):
    return keras.Model(inputs, outputs)


def trained(one):
    one.fit(np.zeros((8, 4)), np.zeros((8, 3)))
