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

# --- what a Lambda makes of numbers, and of nothing
b = keras.Input(batch_shape=(2, 3))
m = keras.Input((4, 6))
c = layers.Lambda(lambda t: None)(m)
d = layers.Lambda(lambda t: ops.stack(t))(m)
e = layers.Lambda(lambda t: ops.bitwise_and(t, 1))(keras.Input((4,), dtype="int32"))
g = layers.Lambda(lambda t: ops.take(t, ops.cast(t, "int32"), axis=0))(b)

# --- None beside a number, and an axis twice
m = keras.Input((4, 6))
n = keras.Input((None, 6))
b = keras.Input(batch_shape=(2, 3, 3))
c = layers.Lambda(lambda t: ops.hstack([t[0], t[1]]))([n, m])
d = layers.Lambda(lambda t: ops.moments(t, (1,)))(n)
e = layers.Lambda(lambda t: ops.unique(t, size=4))(m)
f = layers.Lambda(lambda t: ops.diagflat(t, k=2))(b)
g = layers.Lambda(lambda t: ops.solve_triangular(t, t[..., 0]))(b)
h = layers.Lambda(lambda t: ops.quantile(t, 0.5, axis=1))(b)
i = layers.Lambda(lambda t: ops.einsum("bij->bj", t))(n)
j = layers.Lambda(lambda t: ops.sparse_categorical_crossentropy(t[..., 0], t))(b)

# --- lists in Lambdas are arrays
v = keras.Input((2,))
b = keras.Input(batch_shape=(3, 1))
c = layers.Lambda(lambda t: ops.add(t, [1, 2]))(v)
d = layers.Lambda(lambda t: ops.less(t, [1, 2]))(b)
e = layers.Lambda(lambda t: ops.multiply([1, 2, 3], t))(v)
f = layers.Lambda(lambda t: ops.dot_product_attention(t, t, t))(keras.Input((8, 2, 4)))
g = layers.Lambda(lambda t: ops.average_pool(t, (2, 2, 2)))(keras.Input((8, 8, 3)))
h = layers.Lambda(lambda t: ops.broadcast_to(t, (4,)))(v)
i = layers.Lambda(lambda t: ops.hstack([t, t]))(keras.Input(batch_shape=(3,)))
