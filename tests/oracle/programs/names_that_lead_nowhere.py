import keras
import numpy as np
from keras import backend as K
from keras import layers, ops

x = keras.Input((4, 6))
image = keras.Input((8, 8, 3))

# --- of functions on tensors
from keras.random import normals

a = ops.concat([x, x], axis=-1)
b = ops.reduce_mean(x, axis=1)
c = keras.ops.Matmul(x, x)
d = ops.resize(image, (4, 4))
e = ops.image.resise(image, (4, 4))
f = ops.nn.l2_normalize(x)
g = ops.foo(np.ones((2, 3)))
h = keras.random.randn((2, 3))
i = keras.tree.map(lambda t: t, [x])
j = keras.activations.softmaxx(x)
k = keras.Inputs((4,))
m = keras.activations.relu(x)
n = ops.dtype(x)

# --- of the backend of old
a = K.split(x, 2)
b = K.permute_dimensions(x, (0, 2, 1))
c = K.image_data_format()
d = layers.Lambda(lambda t: ops.concat([t, t], 1))(x)
e = layers.Lambda(lambda t: K.split(t, 2))(x)


def halves(t):
    return K.split(t, 2, axis=-1)


f = layers.Lambda(halves)(x)

# --- where the program asks first
if hasattr(ops, "concat"):
    a = ops.concat([x, x], axis=0)
else:
    a = ops.concatenate([x, x], axis=-1)
try:
    b = ops.concat([x, x], axis=-1)
except AttributeError:
    b = ops.concatenate([x, x], axis=-1)
try:
    from keras.ops import concat
except ImportError:
    from keras.ops import concatenate as concat
c = concat([a, b], axis=-1)
d = getattr(ops, "concat", ops.concatenate)([x, x])
ops.mine = lambda t: ops.concatenate([t, t, t])
e = ops.mine(x)
del ops.mine
