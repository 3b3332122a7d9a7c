"""Labels that a loss takes, and models of which nobody can tell what they take."""

import keras
import numpy as np
from keras import layers, ops

model = keras.Sequential([keras.Input((32,)), layers.Dense(3)])
x = np.zeros((3, 32))
model.compile("adam", "mse")
model.fit(x, np.zeros((3, 1)), verbose=0)  # stretched
model.fit(x, np.zeros((3,)), verbose=0)  # stretched as well, as there are just three rows
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, np.zeros((3, 1)), verbose=0)
model.fit(x, np.zeros((3,)), verbose=0)


def spread(y_true, y_pred):
    return ops.mean(y_pred, axis=-1) - ops.mean(y_true, axis=-1)


model.compile("adam", spread)
model.fit(x, np.zeros((3, 7)), verbose=0)


class Own(keras.Model):
    """Says itself what it makes of its labels."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(y_pred) + ops.mean(y)


first = keras.Input((32,))
own = Own(first, layers.Dense(3)(first))
own.compile("adam", "mse")
own.fit(x, np.zeros((3, 7)), verbose=0)
