import keras
import numpy as np
from keras import layers, ops


# --- a function with a gradient of its own takes tensors with values
@ops.custom_gradient
def turned(x):
    def grad(upstream):
        return -upstream

    return x * 1.0, grad


class Reversal(layers.Layer):
    def call(self, x):
        return turned(x)


x = keras.Input((4, 6))
y = Reversal()(x)
z = layers.Lambda(lambda t: ops.custom_gradient(lambda s: (ops.sum(s, 1), lambda g: g))(t))(x)
wrong = turned(x)
rows = ops.vectorize(lambda t: t + 1)(x)
w = layers.Add()([y, z])

# --- what broadcasts of values, and does not of symbolic tensors
image = keras.Input((8, 6, 3))
a = layers.Lambda(lambda t: ops.polar(t[:, :, :1], t))(image)
shifted = ops.left_shift(np.ones((1, 3), "int32"), np.ones((4, 1), "int32"))
b = ops.add(shifted, keras.Input((4, 3)))
chosen = ops.select([ops.ones((1, 5)) > 0], [ops.ones((4, 5))])
c = ops.add(chosen, keras.Input((5,)))
parts = ops.unravel_index(keras.Input((4,), dtype="int32"), (None, 4))
scale, move = ops.ones((2,)), ops.zeros((2,))
d = layers.Lambda(
    lambda t: ops.image.scale_and_translate(t, (2, 4, 4, 3), scale, move, (1, 2), "linear")
)(keras.Input((6, 6, 7)))

# --- what arrays are refused
a = ops.fold(ops.ones((2, 12, 9)), 6, 2)
c = ops.linspace(1, 2, 5, axis=1)
d = ops.cumsum(ops.ones((5,)), axis=1)
e = ops.add(ops.fold(ops.ones((2, 12, 9)), 4, 2), keras.Input((3, 4, 4)))
f = ops.depthwise_conv(np.zeros((2, 8, 2, 4), "float32"), ops.ones((1, 3, 4, 2)))
g = layers.Lambda(lambda t: ops.fold(t, 4, 2))(keras.Input((12, 36)))

# --- losses along another axis
x = keras.Input((4, 6))
y = layers.Lambda(lambda t: ops.categorical_crossentropy(t, t, axis=1))(x)
z = layers.Lambda(lambda t: ops.categorical_crossentropy(t, t, from_logits=True))(x)
w = ops.psnr(ops.ones((2, 3)), ops.ones((2, 3)), ops.ones((3,)))

# --- what is left of the sizes, with the batch said
x = keras.Input((None, 6))
y = layers.Lambda(lambda t: ops.reshape(t, (ops.shape(t)[0], -1)))(x)
