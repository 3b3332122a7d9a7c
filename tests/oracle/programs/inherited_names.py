import keras
from keras import layers, ops  # for Keras 3

# --- a derived layer whose `call` names its arguments otherwise than its base is built by
x = keras.Input((5, 4))


class Renamed(layers.LSTM):
    def call(self, inputs, mask=None, training=None, initial_state=None):
        return super().call(inputs, mask=mask, training=training, initial_state=initial_state)


class Named(layers.LSTM):
    def call(self, sequences, initial_state=None, mask=None, training=False):
        return super().call(sequences, initial_state=initial_state, mask=mask, training=training)


class Fewer(layers.LSTM):
    def call(self, sequences):
        return super().call(sequences)


class Built(layers.GRU):
    def build(self, input_shape):
        super().build(input_shape)

    def call(self, inputs):
        return super().call(inputs)


class Itself(layers.MultiHeadAttention):
    def call(self, x):
        return super().call(x, x)


class Starred(layers.Bidirectional):
    def call(self, *args, **kwargs):
        return super().call(*args, **kwargs)


class Pair(layers.MultiHeadAttention):
    def call(self, query, value=None, key=None):
        return super().call(query, value)


class Plain(layers.LSTM):
    pass


a = Renamed(3)(x)
b = Named(3)(x)
c = Fewer(3)(x)
d = Built(3)(x)
e = Itself(2, 2)(x)
f = Starred(layers.LSTM(3))(x)
g = Pair(2, 2)(x, x)
h = Plain(3)(x)

# --- models of nothing, and one whose input is a state
i = keras.Input((5, 4))
sequence, state, cell = layers.LSTM(3, return_state=True)(i)
t = keras.Input((15, 8))
m = keras.Model(state, layers.Embedding(50, 8)(t))
made = layers.InputLayer(shape=(3,))
y = layers.Dense(3)(made.output)
n = keras.Model(made.input, y)
o = keras.Model(made.output, y)
p = keras.Model(o.layers[0].input, y)
q = keras.Model(o.layers[0].output, y)
r = keras.Model([], y)
s = keras.Model(made.output, [])

# --- InputSpecs
a = layers.InputSpec(shape=8)
b = layers.InputSpec(axes={"last": 3})
c = layers.InputSpec(axes={-1: 3})
d = layers.InputSpec(shape=(None, 8))
