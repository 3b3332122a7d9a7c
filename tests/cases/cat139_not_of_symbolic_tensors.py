"""What a symbolic tensor of Keras is not: an array that is indexed with lists, a number."""

import math

import keras
import numpy as np
from keras import layers, ops

x = keras.Input((4, 6))
a = x[:, [0, 2]]  # error: CAT139 "has no items at a list of positions"
b = x[..., [0, 1, 5]]  # error: CAT139 "keras.ops.take picks several"
c = x[:, (0, 2)]  # error: CAT139 "has no items at a list of positions"
d = x[:, np.array([0, 2])]  # error: CAT139 "has no item at a tensor"
e = math.sqrt(x)  # error: CAT139 "there is keras.ops.sqrt"
f = x * math.log(x[0, 0, 0])  # error: CAT139 "can't be used as a number"
g = ops.tensordot(x, x, axes=(2, 2))  # error: CAT139 "([2], [2]) are two lists"
h = ops.tensordot(x, x, axes=([2], 2))  # error: CAT139 "`axes` must be a number or two lists"
# These are as they should be.
i = x[:, 0:3:2]
j = x[:, -1, None]
k = ops.take(x, [0, 2], axis=1)
l = ops.sqrt(x) * math.sqrt(6)
m = ops.tensordot(x, x, axes=([2], [2]))
n = layers.Lambda(lambda t: ops.tensordot(t, t, axes=(2, 2)))(x)
