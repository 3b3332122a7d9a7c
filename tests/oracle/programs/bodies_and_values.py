import keras
import numpy as np
from keras import layers, ops


# --- the batch is calculated with in `call`
class Windows(layers.Layer):
    def call(self, x):
        batch, size = ops.shape(x)[0], 4
        height, width, channels = ops.shape(x)[1], ops.shape(x)[2], ops.shape(x)[3]
        parts = ops.reshape(x, (batch, height // size, size, width // size, size, channels))
        parts = ops.reshape(ops.transpose(parts, (0, 1, 3, 2, 4, 5)), (-1, size, size, channels))
        count = ops.shape(parts)[0] // (height * width // size // size)
        whole = ops.reshape(parts, (count, height // size, width // size, size, size, channels))
        return ops.reshape(
            ops.transpose(whole, (0, 1, 3, 2, 4, 5)), (count, height, width, channels)
        )


image = keras.Input((16, 16, 3))
same = Windows()(image)


# --- more rows than the batch has, and a token that each is given
class Tokens(layers.Layer):
    def build(self, shape):
        self.token = self.add_weight(shape=(1, 1, shape[-1]))

    def call(self, x):
        batch = ops.shape(x)[0]
        token = ops.broadcast_to(self.token, (batch, 1, ops.shape(x)[-1]))
        zeros = ops.zeros((batch, 2, ops.shape(x)[-1]))
        return ops.concatenate([token, x, zeros], axis=1)


sequence = keras.Input((6, 8))
longer = Tokens()(sequence)
scores = layers.Dense(3)(longer)
wrong = layers.Add()([longer, sequence])


# --- a layer that says its own output
class Second(layers.Layer):
    def call(self, a, b):
        return a

    def compute_output_spec(self, a, b):
        return keras.KerasTensor(b.shape, dtype=b.dtype)


a, b = keras.Input((6, 8)), keras.Input((3, 5))
second = Second()(a, b)
third = layers.Concatenate(axis=1)([second, a])
# --- sizes that keras.ops calculates
image = keras.Input((56, 50, 3))
height, width = ops.shape(image)[1], ops.shape(image)[2]
least = ops.minimum(height, width)
window = ops.minimum(7, least)
padding = int((window - width % window) % window)
padded = layers.ZeroPadding2D(((0, 0), (0, padding)))(image)
count = int(ops.ceil(2 * 1.2))
half = int(ops.floor(5 / 2))
side = int(ops.sqrt(196))
dense = layers.Dense(count)(image)
other = layers.Dense(half)(image)
square = ops.reshape(keras.Input((196, 4)), (-1, side, side, 4))
wrong = layers.Concatenate()([padded, image])
# --- weights of layers that were called
x = keras.Input((16, 16, 6))
conv = layers.Conv2D(8, (3, 5), groups=2)
y = conv(x)
up = layers.Conv2DTranspose(4, 2)
z = up(y)
deep = layers.DepthwiseConv2D(3, depth_multiplier=2)
w = deep(z)
dense = layers.Dense(10)
v = dense(w)
norm = layers.BatchNormalization()
u = norm(v)
table = layers.Embedding(100, 12)
t = table(keras.Input((7,)))
apart = layers.SeparableConv2D(5, 3)
s = apart(u)
kernels = [ops.zeros(k.shape) for k in (conv.kernel, up.kernel, deep.kernel, dense.kernel)]
small = [ops.zeros(k.shape) for k in (conv.bias, up.bias, deep.bias, dense.bias, norm.gamma)]
more = [ops.zeros(k.shape) for k in (apart.depthwise_kernel, apart.pointwise_kernel, apart.bias)]
logits = ops.matmul(t, ops.transpose(table.embeddings))
wrong = ops.matmul(t, table.embeddings)


# --- a layer that makes its kernel anew
class Standardized(layers.Conv2D):
    def call(self, inputs):
        mean = ops.mean(self.kernel, axis=(0, 1, 2), keepdims=True)
        kernel = (self.kernel - mean) / ops.std(self.kernel, axis=(0, 1, 2), keepdims=True)
        return ops.conv(inputs, kernel, strides=self.strides, padding=self.padding)


x = keras.Input((32, 32, 3))
y = Standardized(16, 3, strides=2, padding="same")(x)
wrong = layers.Add()([y, x])
# --- what numpy calculates of arrays
ends = (np.cumsum([2, 3, 4]) - 1).tolist()
kept = [layers.Dense(n + 1) for n in range(9) if n in ends]
x = keras.Input((5,))
for layer in kept:
    x = layer(x)
points = np.ones((1, 40, 4), "float32")
inside = ((points > 0.01) & (points < 0.99)).all(-1, keepdims=True)
limited = np.where(inside, points, np.finfo(np.float32).max).astype("float32")
anchors = ops.convert_to_tensor(limited)
mixed = keras.Input((40, 4)) + anchors
wrong = keras.Input((30, 4)) + anchors


# --- a function chosen by its name
def narrow(x):
    return layers.Dense(4)(x)


def wide(x):
    return layers.Dense(64)(x)


chosen = globals()["wide"](keras.Input((8,)))
wrong = layers.Add()([chosen, keras.Input((8,))])
# --- sizes made a tuple as Keras does it
from keras.src.utils.argument_validation import standardize_tuple

kernel = standardize_tuple(3, 2, "kernel_size")
x = keras.Input((8, 8, 3))
y = layers.ZeroPadding2D(((kernel[0] - 1, 0), (0, kernel[1] // 2)))(x)
wrong = layers.Add()([x, y])


# --- a Sequential that the body of a layer calls with other sizes than it was built for
class Branch(layers.Layer):
    def __init__(self):
        super().__init__()
        self.conv = keras.Sequential([layers.Conv2D(4, 1), layers.BatchNormalization()])

    def build(self, shape):
        self.conv.build((None, 34, 34, 3))

    def call(self, x):
        return self.conv(x)


x = keras.Input((32, 32, 3))
y = Branch()(x)
wrong = layers.Add()([x, y])
free = keras.Sequential([layers.Conv2D(4, 1)])
free.build((None, 34, 34, 3))
also_wrong = free(x)


# --- instances that a class makes by itself, attributes that it may have
class Net(keras.Model):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls)

    def __init__(self, units=3):
        inputs = keras.Input((8,))
        if hasattr(self, "more"):
            units = 2 * units
        x = layers.Dense(getattr(self, "units", units))(inputs)
        super().__init__(inputs, x)


class Large(Net):
    units = 16


z = Net(4)(keras.Input((8,)))
w = Large(4)(keras.Input((8,)))
wrong = layers.Add()([z, w])
# --- a decorator that only enters in a list
try:
    import zlib as names
except ImportError:
    names = None
if names:

    class model_export:
        def __init__(self, path):
            self.path = path

        def __call__(self, symbol):
            symbol.path = self.path
            return symbol
else:

    class model_export:
        def __init__(self, path):
            self.path = path

        def __call__(self, symbol):
            return symbol


@model_export("blocks.first")
def block(x, filters):
    return layers.Conv2D(filters, 3)(x)


first = block(keras.Input((8, 8, 3)), 4)
wrong = layers.Add()([first, keras.Input((8, 8, 4))])


# --- a layer that looks at its own input_spec
class Heads(layers.Layer):
    def __init__(self):
        super().__init__()
        self.project = layers.Dense(24)

    def build(self, shape):
        self.input_spec = layers.InputSpec(ndim=len(shape))

    def call(self, x):
        shape = ops.shape(x)
        x = self.project(x)
        if self.input_spec.ndim == 3:
            return ops.reshape(x, [shape[0], shape[1], 3, 2, 4])
        return ops.reshape(x, [shape[0], shape[1], shape[2], 3, 2, 4])


flat = Heads()(keras.Input((5, 8), batch_size=1))
deep = Heads()(keras.Input((5, 6, 8), batch_size=1))
wrong = layers.Add()([flat, deep])
# --- arrays that a model is trained on
x, image = keras.Input((4,)), keras.Input((8, 8, 3))
model = keras.Model(x, layers.Dense(3)(x))
model.compile(loss="mse")
model.predict(np.zeros((2, 5)), verbose=0)
model.evaluate(np.zeros((2, 5)), np.zeros((2, 3)), verbose=0)
model.fit(np.zeros((2, 5)), np.zeros((2, 3)), verbose=0)
model.fit(np.zeros((2, 4)), np.zeros((3, 3)), verbose=0)
whole = keras.Model(image, layers.Conv2D(3, 3)(image))
whole.compile(loss="mse")
whole.predict(np.zeros((2, 9, 9, 3)), verbose=0)
rows = layers.Dense(whole.predict(np.zeros((5, 9, 9, 3)), verbose=0).shape[0])(x)
whole.fit(np.zeros((2, 9, 9, 3)), np.zeros((2, 7, 7, 3)), verbose=0)
stack = keras.Sequential([keras.Input((4,)), layers.Dense(2)])
stack.compile(loss="mse")
stack.predict(np.zeros((2, 5)), verbose=0)
both = keras.Model([x, image], layers.Concatenate()([x, layers.Flatten()(image)]))
both.compile(loss="mse")
both.predict([np.zeros((2, 4)), np.zeros((3, 8, 8, 3))], verbose=0)
# --- layers that are called on arrays
few = layers.Conv2D(3, 3)(np.ones((1, 8, 8)))
conv = layers.Conv2D(3, 3)(np.ones((1, 8, 8, 3)))
pooled = layers.MaxPooling2D(9)(np.ones((1, 8, 8, 3)))
stack = keras.Sequential([layers.Dense(4), layers.Dense(2)])
three = stack(np.zeros((3, 5)))
four = stack(np.zeros((4, 6)))


class Twice(layers.Layer):
    def __init__(self):
        super().__init__()
        self.stack = keras.Sequential([keras.Input((4,)), layers.Dense(3)])

    def call(self, x):
        return self.stack(x)


twice = Twice()(keras.Input((4,)))
wrong = Twice()(keras.Input((5,)))
maps = keras.Sequential([layers.Conv2D(2, 3)])
small = maps(np.zeros((1, 8, 8, 3)))
large = maps(np.zeros((1, 9, 9, 3)))
# --- what prepares data
a = keras.utils.to_categorical([0, 1, 2], 4)
b = keras.utils.to_categorical([0, 1, 2])
c = keras.utils.to_categorical(np.zeros((5, 1)), num_classes=3)
d = keras.utils.to_categorical(np.zeros((5, 2)), num_classes=3)
e = keras.utils.normalize(np.ones((3, 4)))
f = keras.utils.normalize(np.ones((4,)))
g = keras.utils.pad_sequences([[1, 2], [3]], maxlen=5)
h = keras.utils.pad_sequences([[1, 2], [3]])
i = layers.Dense(a.shape[-1])(keras.Input((g.shape[1],)))
j = keras.utils.to_categorical(np.array([[0, 5], [2, 1]]))
k = keras.utils.to_categorical(3, 5)


# --- a layer that another builds is not built again
class Projection(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.net = keras.Sequential([layers.Dense(4), layers.Dense(units)])

    def build(self, shape):
        self.net.build(shape)
        self.built = True

    def call(self, x):
        return self.net(x)


class Block(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units
        self.projection = Projection(units)

    def build(self, shape=None):
        self.projection.build([None, None, self.units])
        self.built = True

    def call(self, x):
        return x + self.projection(x)


block = Block(8)
first = block(keras.Input((6, 8)))
second = block(keras.Input((4, 8)))
wrong = layers.Add()([first, second])


# --- an attribute that a model was never given
class Backbone(keras.Model):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.ready = True

    @property
    def token_embedding(self):
        return getattr(self, "_token_embedding", None)

    @token_embedding.setter
    def token_embedding(self, value):
        self._token_embedding = value


class Words(Backbone):
    def __init__(self):
        inputs = keras.Input((5,))
        self.token_embedding = layers.Embedding(9, 4)
        super().__init__(inputs, self.token_embedding(inputs))


class Pictures(Backbone):
    def __init__(self):
        inputs = keras.Input((8, 8, 3))
        super().__init__(inputs, layers.Conv2D(4, 3)(inputs))


def check(model, inputs):
    outputs = model(inputs)
    if model.token_embedding is not None:
        model.token_embedding(inputs)
        outputs = model(inputs[:, :2])
    return outputs


seen = check(Pictures(), keras.Input((8, 8, 3)))
read = check(Words(), keras.Input((5,)))


# --- what a layer says of its shape, and what it gives on values
class Halved(layers.Layer):
    def call(self, x):
        return x[:1]

    def compute_output_shape(self, shape):
        return (7, *shape[1:])


inputs = keras.Input((4, 8))
said = Halved()(inputs)
total = keras.Model(inputs, layers.Add()([said, keras.ops.ones((7, 4, 8))]))
values = total(ops.ones((3, 4, 8)))
wrong = layers.Add()([said, keras.ops.ones((6, 4, 8))])
