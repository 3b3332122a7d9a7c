import keras
from keras import layers, ops


class Doubled(layers.Dense):
    def __init__(self, units, times=2, **kwargs):
        super().__init__(units, **kwargs)
        self.times = times

    def call(self, x):
        return ops.concatenate([super().call(x)] * self.times, axis=-1)


class Flat(layers.Conv2D):
    def call(self, x):
        return ops.reshape(x, (1, 2, 3))


class Kept(layers.Dropout):
    def call(self, x, training=None):
        return ops.concatenate([x, x], axis=-1)


class Joined(layers.Add):
    def call(self, xs):
        return ops.concatenate(xs, axis=-1)


class Normed(layers.LayerNormalization):
    def call(self, x):
        return x[:, 1:]


class Built(layers.Dense):
    def build(self, input_shape):
        self.other = self.add_weight(shape=(input_shape[-1], 7))

    def call(self, x):
        return x @ self.other


class Twice(layers.Wrapper):
    def call(self, x):
        return self.layer(self.layer(x))


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.state_size = self.output_size = units
        self.inner = layers.Dense(units)

    def call(self, inputs, states):
        output = ops.tanh(self.inner(inputs) + states[0])
        return output, [output]


class Around(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Doubled(4)

    def call(self, x):
        return self.inner(x)


# --- Keras asks the layer below, and runs no `call` for it
x = keras.Input((8, 8, 3))
a = Doubled(4, times=3)(x)
b = Flat(4, 3)(x)
c = Kept(0.5)(x)
d = Joined()([x, x])
e = Normed()(x)
f = Built(5)(x)
g = Doubled(4)(keras.Input(()))
h = Joined()([x, a])
i = Doubled(4)(keras.Input((3, None)))

# --- in the body of a layer it does run
x = keras.Input((8, 3))
a = Around()(x)

# --- a wrapper has the layer that it is given
x = keras.Input((8, 16))
a = Twice(layers.Dense(16))(x)
b = Twice(layer=layers.Conv1D(16, 3), name="twice")(x)
c = Twice(layers.Dense(4))(x)

# --- cells of one's own
x = keras.Input((8, 16))
a = layers.RNN(Cell(3))(x)
b = layers.RNN(Cell(3), return_sequences=True)(x)
c, d = layers.RNN(Cell(5), return_state=True)(x)
e = layers.RNN([Cell(3), layers.GRUCell(4)])(x)
