import keras
import numpy as np
from keras import layers, ops

# --- what the backend makes of it in a layer, and not the symbolic rule
m = keras.Input((4, 6))
b = keras.Input(batch_shape=(2, 3))
u = keras.Input(batch_shape=(6,))
c = layers.Lambda(lambda t: ops.rot90(t, k=2))(m)
d = layers.Lambda(lambda t: ops.rot90(t))(m)
e = layers.Lambda(lambda t: ops.kron(t, np.ones((4, 6))))(u)
f = layers.Lambda(lambda t: ops.kron(t, 2.0))(b)
g = layers.Lambda(lambda t: ops.vstack([t, t]))(u)
h = layers.Lambda(lambda t: ops.vstack([t, t]))(b)
i = layers.Lambda(lambda t: ops.repeat(t, 0, axis=0))(m)
j = layers.Lambda(lambda t: ops.repeat(t, 0))(m)

# --- one tensor as a list of them
x = keras.Input(batch_shape=(2, 3))
y = ops.stack(x)

# --- two sizes for volumes
x = keras.Input((5, 8, 8, 3))
y = ops.image.extract_patches_3d(x, (4, 4))

# --- a list of one tensor is joined to that tensor
x = keras.Input((4, 6))
y = layers.Lambda(lambda t: ops.concatenate([t], axis=1))(x)
z = layers.Dense(3)(y)
