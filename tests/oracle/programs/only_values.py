import keras
from keras import layers, ops

# --- functions that need values take no symbolic tensor
x = keras.Input((4, 6))
a = keras.activations.mish(x)
b = keras.activations.hard_silu(x)
c = keras.activations.hard_swish(layers.Dense(3)(x))
d = keras.activations.sparsemax(x)
e = ops.hamming(x)
f = ops.convert_to_numpy(x)
g = keras.random.dropout(x, 0.5)
h = keras.random.shuffle(x)
i = keras.random.categorical(x[0], 2)
j = ops.bartlett(x)
k = ops.blackman(x)
l = ops.hanning(x)
m = ops.kaiser(x, 12.0)
n = keras.random.binomial((4,), 3, x)

# --- within a layer they do
x = keras.Input((4, 6))
a = layers.Lambda(keras.activations.mish)(x)
b = layers.Lambda(lambda t: keras.activations.hard_silu(t))(x)
c = layers.Activation("sparsemax")(x)
d = layers.Lambda(lambda t: keras.random.dropout(t, 0.5, seed=1))(keras.Input(batch_shape=(2, 3)))
e = layers.Activation(keras.activations.mish)(x)
f = layers.Dense(3, activation=keras.activations.hard_swish)(x)


class Own(layers.Layer):
    def call(self, inputs):
        return keras.activations.hard_swish(inputs) + keras.activations.sparsemax(inputs)


g = Own()(x)

# --- numbers of a type that a random function does not make
a = keras.random.uniform((2, 3), dtype="int32")
b = keras.random.normal((2, 3), 0.0, 1.0, "bool")
c = keras.random.randint((2, 3), 0, 9, dtype="float32")
d = keras.random.gamma((2, 3), 1.0, "int32")
e = keras.random.beta((2, 3), 1.0, 1.0, dtype="int64")
f = keras.random.truncated_normal((4,), dtype="uint8")
g = keras.random.randint((2, 3), 0, 9, dtype="int64")
h = keras.random.uniform((2, 3), dtype="float16")

# --- a list or a number where symbolic tensors want a tensor
x = keras.Input((4, 6))
i = keras.Input((4, 6), dtype="int32")
a = ops.digitize(x, [0.0, 1.0])
b = ops.digitize(x, ops.array([0.0, 1.0]))
c = ops.bitwise_and(i, 3)
d = ops.bitwise_or(i, i)
e = layers.Lambda(lambda t: ops.digitize(t, [0.0, 1.0]))(x)
f = ops.bitwise_left_shift(i, 2)
g = ops.stft(keras.Input((64,)), 16, 8, None)
