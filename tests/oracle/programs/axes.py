import keras
from keras import layers, ops

# --- functions that need one axis refuse None
x = keras.Input((4, 6))
a = ops.stack([x, x], axis=None)
b = ops.split(x, 2, axis=None)
c = ops.glu(x, axis=None)
d = ops.concatenate([x, x], axis=None)
e = ops.softmax(x, axis=None)
f = ops.repeat(x, 2, axis=None)

# --- norms of vectors and of matrices
x = keras.Input((4, 6))
a = ops.norm(x, ord="fro", axis=2)
b = ops.norm(x, ord="fro", axis=(1, 2))
c = ops.norm(x, ord=3, axis=(1, 2))
d = ops.norm(x, ord=3, axis=-1)
e = ops.norm(x, ord="nuclear", axis=-1)
f = ops.norm(x, ord=2, keepdims=True)

# --- axes in the body of a layer
x = keras.Input((8, 6, 4))


class Own(layers.Layer):
    def call(self, inputs):
        return ops.flip(inputs, axis=5)


class Product(layers.Layer):
    def call(self, a, b):
        return ops.matmul(a, b)


a = Own()(x)
b = Product()(x, x)
c = layers.Lambda(lambda t: ops.squeeze(t, axis=1))(x)
d = layers.Lambda(lambda t: ops.transpose(t, (0, 1)))(x)
e = layers.Lambda(lambda t: ops.var(t, axis=4))(x)
f = layers.Lambda(lambda t: ops.argsort(t, axis=1))(x)
g = layers.Lambda(lambda t: ops.slogdet(t))(keras.Input((4, 4)))
h = layers.Lambda(lambda t: ops.unstack(t, 6, 2))(x)

# --- windows of several sides
x = keras.Input((8, 6, 4))
a = ops.max_pool(x, (2, 2, 2))
b = ops.average_pool(x, (2, 2), strides=1, padding="same")
c = ops.max_pool(x, [2])

# --- what has values has another shape
x = keras.Input(batch_shape=(5, 6))
b = ops.corrcoef(x)
c = layers.Lambda(lambda t: ops.ndim(t) * t)(x)
d = ops.ndim(x)
