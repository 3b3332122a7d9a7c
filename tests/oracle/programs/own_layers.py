import keras
from keras import layers, ops


class Two(layers.Layer):
    def call(self, a, b, scale=1.0):
        return (a + b) * scale


class Pool(layers.Layer):
    def __init__(self, axis=1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, x):
        return ops.mean(x, axis=self.axis)


class Nothing(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)


# --- arguments of `call`
x = keras.Input((3,))
a = Two()(x)
b = Two()(x, x)
c = Two()(x, x, scale=2.0)
d = Two()(x, x, factor=2.0)
e = Two()(x, x, training=True)

# --- keywords that go up to the base class
x = keras.Input((3, 4))
a = Pool(axis=1, name="mean")(x)
b = Pool(axis=1, units=3)(x)

# --- a model without `call`
x = keras.Input((3,))
y = Nothing()(x)

# --- what goes wrong in a Lambda comes out where it is called
x = keras.Input((8, 4))
squeeze = layers.Lambda(lambda t: ops.squeeze(t, 1))
a = squeeze(x)
b = layers.Lambda(lambda t: ops.squeeze(t, 1))(x)
c = layers.Lambda(lambda t, u: t + u)(x)
d = layers.Lambda(lambda t, k: t * k, arguments={"k": 3})(x)
e = layers.Lambda(lambda t: ops.squeeze(t, 1), output_shape=(4,))(x)

# --- in a layer a stack of cells gives the states of each in a list


class Stack(layers.Layer):
    def __init__(self, cells, **kwargs):
        super().__init__(**kwargs)
        self.rnn = layers.RNN(cells, return_state=True)

    def call(self, x):
        return self.rnn(x)


x = keras.Input((10, 8))
a = Stack([layers.GRUCell(4), layers.GRUCell(3)])(x)
b = Stack([layers.LSTMCell(4), layers.LSTMCell(3)])(x)
c = Stack(layers.GRUCell(4))(x)
d = layers.RNN([layers.GRUCell(4), layers.GRUCell(3)], return_state=True)(x)

# --- what JAX makes of a window that is larger than the input: nothing, and no error


class Head(layers.Layer):
    def __init__(self, pool):
        super().__init__()
        self.pool = pool

    def call(self, x):
        return self.pool(x)


Head(layers.MaxPooling1D(2))(keras.Input((1, 8)))
Head(layers.AveragePooling2D(3))(keras.Input((2, 28, 3)))
c = Head(layers.MaxPooling1D(2))(keras.Input((2, 8)))
d = layers.MaxPooling1D(2)(keras.Input((1, 8)))

# --- the axes that dots stand for: turned round where Keras asks for the shape, not where it runs


class Project(layers.Layer):
    def __init__(self):
        super().__init__()
        self.dense = layers.EinsumDense("...a,ab->...b", 3)

    def call(self, x):
        return self.dense(x)


x = keras.Input((32, 16, 1))
a = Project()(x)
b = layers.EinsumDense("...a,ab->...b", 3)(x)
c = Project()(keras.Input((2, 3, 4, 1)))
d = Project()(keras.Input((5, 1)))
e = Project()(keras.Input((1,)))

# --- what a layer refuses of symbolic tensors alone


class Inner(layers.Layer):
    def __init__(self, layer, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return self.layer(x)


gray = keras.Input((8, 8, 1))
pair = keras.Input((8, 8, 2))
row = keras.Input((1, 9, 24))
a = Inner(layers.RandomColorDegeneration(0.1))(gray)
b = layers.Pipeline([layers.RandomColorDegeneration(0.1)])(pair)
layers.Pipeline([layers.MaxPooling2D([3, 1])])(row)
d = layers.Pipeline([layers.Conv2D(3, 3)])(row)
e = layers.MaxPooling2D([3, 1])(row)
f = layers.Lambda(lambda t: ops.append(t, t, axis=0))(gray)
g = ops.append(gray, gray, axis=0)
h = layers.Lambda(lambda t: ops.fft2((t, t))[0])(keras.Input((None, 4)))

# --- no weight is less than nothing


class Less(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], -1))

    def call(self, x):
        return x


x = keras.Input((3, 4))
y = Less()(x)
z = layers.Dot(axes=(1.5, 1))([x, x])
v = layers.MultiHeadAttention(2, 4, dropout=1.1)(x, x)
w = layers.GroupQueryAttention(4, 2, 2, dropout=1.1)(x, x)
p = layers.Permute((2, None))
q = layers.Permute((1.5, 2))
r = ops.concatenate([], axis=1)

# --- fractions and None where an axis or sizes stand
x = keras.Input((3, 4))
a = layers.BatchNormalization(axis=1.5)(x)
b = layers.LayerNormalization(axis=(1.5, -1))(x)
c = layers.Permute(None)
d = layers.Reshape(None)

# --- a layer that says sizes of less than nothing


class Halves(layers.Layer):
    def __init__(self, parts=2, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts

    def call(self, x):
        return x

    def compute_output_shape(self, shape):
        return (*shape[:-1], shape[-1] // self.parts * 2)


x = keras.Input((3, 4))
y = Halves()(x)
z = Halves(parts=-1)(x)


# --- cells in a RNN, alone and stacked; the size of the state may be a property
class Cell(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units))
        self.again = self.add_weight(shape=(self.units, self.units))

    def call(self, inputs, states):
        h = keras.ops.matmul(inputs, self.kernel) + keras.ops.matmul(states[0], self.again)
        return h, [h]


class Pair(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.output_size = 9

    @property
    def state_size(self):
        return [self.units, self.units]

    def call(self, inputs, states):
        return keras.ops.concatenate([inputs, inputs], -1)[:, :9], [states[0], states[1]]


x = keras.Input((None, 5))
a = layers.RNN(Cell(32))(x)
b = layers.RNN([Cell(32), Cell(64)])(x)
c = layers.RNN(layers.StackedRNNCells([Cell(32), Cell(64)]))(x)
d = layers.RNN(Pair(7), return_sequences=True, return_state=True)(x)
