import keras
import numpy as np
from keras import layers, ops

# --- a tensor is no test
x = keras.Input((8,))
y = layers.Dense(8)(x)
if y > 0:
    z = 1
w = x if ops.sum(y) > 0 else y
v = ops.where(y > 0, x, y)

# --- no number, and has no length
x = keras.Input((8,))
a = len(x)
b = float(x)
c = len(x.shape)
d = int(x.shape[1])

# --- it can't be taken apart
x = keras.Input((8, 4))
for row in x:
    print(row)
a, b = layers.LSTM(4)(x)
c, d = ops.split(x, 2, axis=1)
e, f, g = ops.split(x, 2, axis=1)

# --- nor called
x = keras.Input((8, 4))
a = x(3)
b = layers.Dense(3)(x)

# --- states of a recurrent layer
x = keras.Input((8, 4))
a, h, c = layers.GRU(3, return_state=True)(x)
a, h = layers.GRU(3, return_state=True)(x)
a, *states = layers.LSTM(3, return_state=True)(x)
# --- a shape has no more sizes than the tensor axes
x = keras.Input((8, 4))
image = keras.Input((8, 8, 3))
rows, columns = x.shape
batch, rows, columns, channels = x.shape
batch, rows, columns = x.shape
height, width = image.shape[1:]
height, width, channels = image.shape[1:]
first, second, third = ops.shape(image)
size = ops.shape(image)[7]
before = image.shape[-5]
shape = image.shape
size = shape[4]
size = image.shape[1:][3]
last = image.shape[3]
part = ops.split(x, 2, axis=1)[2]
half = ops.split(x, 2, axis=1)[-1]
state = layers.LSTM(3, return_state=True)(x)[3]


def dense(x, axis):
    return layers.Dense(x.shape[axis])(x)


y = dense(x, 2)
z = dense(x, 3)
try:
    size = x.shape[3]
except IndexError:
    size = 3
values = list(x)
values = sum(x)
# --- a symbolic tensor takes a number or a tuple for an index, and no list beside it
m = keras.Input((4, 6))
b = keras.Input(batch_shape=(2, 3, 3))
a = m[1:]
c = m[...]
d = m[None]
e = m[::2]
f = m[1:, ...]
g = m[0]
h = m[:, 1:]
i = b[-1, 5, :0]
j = m * [1, 2, 3, 4]
k = m > [1, 2, 3, 4]
n = +m
o = divmod(m, 2)
p = layers.Lambda(lambda t: t[1:])(b)
q = layers.Lambda(lambda t: t[..., 7, None])(b)
r = layers.Lambda(lambda t: t[0, 0, 0, 0])(b)
s = layers.Lambda(lambda t: t[..., ...])(b)
t = layers.Lambda(lambda t: t & 1)(b)
u = layers.Lambda(lambda t: ~t)(keras.Input((4,), dtype="int32"))
v = layers.Lambda(lambda t: t @ 2.0)(m)
w = layers.Lambda(lambda t: ops.image.crop_images(t, 1, 1, 1, 1))(m)

# --- wherever Python asks for a truth
x = keras.Input((8,))
a = not x
b = x or None
c = max(x, 0)
d = ops.relu(min(x, 6))
assert x > 0
while x > 0:
    break
e = x is None or x
f = x.shape and x
g = f"{x}"
h = f"{x:.2f}"
x[0] = 1

# --- it has a shape and a dtype, and few methods
x = keras.Input((8, 4))
a = x.numpy()
b = x.flatten()
c = x.astype("float16")
d = x.T
e = x.get_shape()
f = layers.Dense(3)(x).unsqueeze(0)
g = x.numpy() if hasattr(x, "numpy") else x
h = getattr(x, "values", x)
x.tag = 3
x.tag
j = x.reshape((-1, 32))
k = x.squeeze()

# --- numpy makes no array of it
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = np.mean(x, axis=1)
b = np.concatenate([x, x], axis=-1)
c = np.reshape(x, (-1, 32))
d = np.where(x > 0, x, 0)
e = np.sum(ops.relu(v), axis=1)
f = np.array(x.shape[1:])
g = np.zeros(x.shape[1:])

# --- it is no index
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = x[x > 0]
b = x[:, ops.argmax(v)]
c = x[:, 2]

# --- tensors with values are no test either, if they hold several numbers
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = not v
b = float(v)
c = max(v, 0)
d = float(ops.sum(v))
e = bool(ops.ones((1, 1)))
f = layers.Lambda(lambda t: t if t > 0 else -t)(x)
g = layers.Lambda(lambda t: max(t, 0))(x)
h = layers.Lambda(lambda t: t if t is not None else 0)(x)
i = layers.Lambda(lambda t: t())(x)

# --- in a body, and of an array, a shape has no more sizes than axes
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = v.shape[7]
b, c = v.shape
d = layers.Lambda(lambda t: t * t.shape[7])(x)
e = layers.Lambda(lambda t: t * ops.shape(t)[5])(x)
f = layers.Lambda(lambda t: ops.reshape(t, (-1, t.shape[-1])))(x)

# --- a layer that nobody called, a function, a shape with None in it
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = ops.relu(layers.Dense(4))
b = ops.concatenate([x, layers.Dense(4)])
c = v + layers.Dense(4)
d = ops.relu(x.shape)
e = ops.add(ops.shape(x), 1)
f = ops.prod(x.shape[1:])
g = ops.relu(lambda t: t)
h = ops.stack([x, layers.Dense(4)])
i = layers.Lambda(lambda t: ops.add(t, layers.Dense(4)))(x)

# --- operators that it has not, and words beside those that it has
i = keras.Input((4,), dtype="int32")
a = i << 1
b = 1 >> i
c = i & 1
d = ops.left_shift(i, 1)
e = i + "a"
i != "a"
i > "a"

# --- arguments in each other's places
x = keras.Input((8, 4))
v = ops.ones((2, 8, 4))
a = ops.cast("float32", v)
b = ops.transpose((0, 2, 1), v)
c = ops.mean(-1, v)
d = layers.Lambda(lambda t: ops.cast("float32", t))(x)
e = ops.where(2.0, v, 0.0)
f = ops.prod(x, dtype="FLOAT64")
g = ops.saturate_cast(x, "bbool")

# --- nothing is made of a shape with None in it, outside of a layer
x = keras.Input((8, 4))
a = ops.zeros(x.shape)
b = ops.ones((x.shape[0], 4))
c = ops.full((ops.shape(x)[0], 2), 1.0)
d = keras.random.normal(x.shape)
e = ops.zeros((x.shape[1], 4))
f = keras.random.uniform(x.shape[1:])
g = layers.Lambda(lambda t: t + ops.zeros(ops.shape(t)))(x)
