"""Python calculates nothing with None, which is the size of an axis that the Input leaves open."""

import keras
from keras import layers, ops

x = keras.Input((None, 6))
a = x.shape[1] * 2  # error: CAT139 "is None, which Python calculates nothing with"
b = x.shape[0] + 1  # error: CAT139 "a size is None"
c = layers.Reshape((x.shape[1] // 2, 12))(x)  # error: CAT139 "is None, which Python"
d = ops.reshape(x, (-1, x.shape[1] * x.shape[2]))  # error: CAT139 "is None, which Python"
e = layers.Conv1D(4, 3)(x).shape[1] / 2  # error: CAT139 "is None, which Python"


def flat(y):
    _, steps, features = y.shape
    return layers.Dense(steps * features)(y)  # error: CAT139 "is None, which Python"


f = flat(x)
# These are as they should be.
g = layers.Dense(x.shape[-1] // 2)(x)
h = flat(keras.Input((5, 6)))
