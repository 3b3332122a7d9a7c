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

# --- vectors of other sizes than the axes they stretch
x = keras.Input((4, 6))
y = ops.ones((2, 3, 4))
a = layers.Lambda(lambda t: ops.layer_normalization(t, ops.ones((5,))))(x)
b = layers.Lambda(lambda t: ops.layer_normalization(t, ops.ones((6,)), ops.ones((6,))))(x)
c = layers.Lambda(lambda t: ops.rms_normalization(t, ops.ones((4,))))(x)
d = ops.layer_normalization(y, beta=ops.ones((3,)))
e = ops.layer_normalization(y, ops.ones((3,)), axis=1)
f = ops.batch_normalization(y, ops.ones((3,)), ops.ones((4,)), -1)
g = ops.batch_normalization(y, ops.ones((3,)), ops.ones((3,)), 1)
h = layers.Lambda(lambda t: ops.batch_normalization(t, ops.ones((4,)), ops.ones((4,)), -1))(x)
i = layers.Lambda(lambda t: ops.batch_normalization(t, ops.ones((4,)), ops.ones((4,)), 1))(x)
j = ops.layer_normalization(y, ops.ones((12,)), axis=(1, 2))
k = ops.rms_normalization(y, ops.ones((3,)), axis=-1)

# --- a list is no tensor beside a symbolic one
x = keras.Input((2, 2))
y = keras.Input((1, 2))
a = ops.where([x > 0], x, y)
c = ops.where([True, False], x, 0.0)

# --- functions of Keras 3 know their arguments
x = keras.Input((6, 8))
a = keras.activations.relu(x, alpha=0.1)
b = keras.activations.threshold(x)
c = keras.activations.relu(x, negative_slope=0.1)
d = keras.activations.selu(x, axis=1)
e = keras.activations.softmax()
f = layers.Lambda(lambda t: keras.activations.exponential(t, axis=-3))(x)
g = keras.activations.softplus([x])
h = keras.activations.glu(x, -1)
i = keras.activations.threshold(x, 0.5, 0.0)

# --- a function of tensors that come from no Input
one = keras.KerasTensor((None, 2, 3))
two = keras.KerasTensor((None, 2, 3))
function = keras.Function(inputs=[one, two], outputs=ops.sigmoid(one + two))
a = function([ops.ones((4, 2, 3)), ops.ones((4, 2, 3))])

# --- vectors, rows and parts
v = ops.ones((3,))
y = ops.ones((2, 8, 8, 3))
x = keras.Input((8, 8, 3))
a = layers.Lambda(lambda t: ops.dot(ops.ones((3,)), ops.ones((7,))))(x)
b = ops.dot(v, ops.ones((4,)))
c = ops.dot(v, v)
d = ops.array([[1, 2], [3]])
e = ops.convert_to_tensor([1.0, None])
f = ops.convert_to_tensor([[1.0, 2.0], [3.0, 4.0]])
g = layers.Lambda(lambda t: ops.adaptive_average_pool(t, 0))(x)
h = layers.Lambda(lambda t: ops.adaptive_max_pool(t, (4,)))(x)
i = layers.Lambda(lambda t: ops.adaptive_max_pool(t, (4, 2)))(x)
j = ops.adaptive_average_pool(y, (2, 2, 2))
k = ops.rearrange(y, "b h w c -> b 4 c")
m = keras.activations.sigmoid(ops.ones((2, 3), "int32"))
n = ops.normalize(ops.ones((2, 3), "int32"), axis=1, order=1)

# --- the rows of an array whose numbers are known
boxes = np.array([[120, 25, 200, 165], [300, 50, 480, 320], [4, 5, 6, 7]])
first, second, third = boxes
for box in boxes:
    corner = box[:2]
    left = box[0]
(a, b), *rest = np.array([[[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [1, 2, 3]]])
c = layers.Reshape(second[2:] // 160 + 3)(keras.Input((30,)))
d = [ops.reshape(row, (2, 2)) for row in ops.array([[1, 2, 3, 4], [5, 6, 7, 8]])]
