import keras
import numpy as np
from keras import Input, Sequential, layers, ops

# --- z = Concatenate()([y, x])
x = Input((32, 32, 3))
y = ops.image.resize(x, (16, 16))
z = layers.Concatenate()([y, x])

# --- z = Dense(4)(y) + Dense(5)(y)
x = Input((32, 32, 3))
y = ops.mean(x, axis=(1, 2))
z = layers.Dense(4)(y) + layers.Dense(5)(y)

# --- Concatenate()([g, x])
x = Input((10,))
e = layers.Embedding(100, 16)(x)
m = layers.MultiHeadAttention(2, 8)(e, e)
f = layers.LayerNormalization()(m + e)
g = layers.GlobalAveragePooling1D()(f)
layers.Concatenate()([g, x])

# --- s = ops.matmul(q, k)
q = Input((8, 16))
k = Input((6, 16))
s = ops.matmul(q, k)

# --- o = ops.matmul(w, q)
q = Input((8, 16))
k = Input((6, 16))
s = ops.matmul(q, ops.transpose(k, (0, 2, 1)))
w = ops.softmax(s)
o = ops.matmul(w, q)

# --- p = ops.reshape(x, (-1, 15, 8))
x = Input((4, 4, 8))
p = ops.reshape(x, (-1, 16, 8))
p = ops.reshape(x, (-1, 15, 8))

# --- a, b, c = ops.split(x, 3, axis=-1)
x = Input((8,))
a, b, c = ops.split(x, 3, axis=-1)

# --- Add()([a, x])
x = Input((9,))
a, b, c = ops.split(x, 3, axis=-1)
layers.Add()([a, x])

# --- ops.squeeze(x, axis=1)
x = Input((9, 4))
ops.squeeze(x, axis=1)

# --- ops.expand_dims(x, axis=5)
x = Input((9, 4))
ops.expand_dims(x, axis=5)

# --- ops.take(x, [1, 2], axis=3)
x = Input((9, 4))
ops.take(x, [1, 2], axis=3)

# --- ops.concatenate([x, x], axis=3)
x = Input((9, 4))
ops.concatenate([x, x], axis=3)

# --- ops.stack([x, Input((9, 5))])
x = Input((9, 4))
ops.stack([x, Input((9, 5))])

# --- ops.einsum("bij,bjk->bik", x, x)
x = Input((9, 4))
ops.einsum("bij,bjk->bik", x, x)

# --- ops.repeat(x, 3, axis=4)
x = Input((9, 4))
ops.tile(x, (1, 2))
ops.repeat(x, 3, axis=4)

# --- ops.pad(x, ((0, 0), (1, 1)))
x = Input((9, 4))
ops.pad(x, ((0, 0), (1, 1)))

# --- ops.dot(x, Input((5, 4)))
x = Input((9, 4))
ops.dot(x, Input((5, 4)))

# --- ops.conv(x, np.zeros((3, 5, 2)))
x = Input((9, 4))
ops.conv(x, np.zeros((3, 5, 2)))

# --- ops.max_pool(x, 10)
x = Input((9, 4))
ops.max_pool(x, 10)

# --- ops.one_hot(x, -1)
x = Input((9, 4))
ops.one_hot(x, -1)

# --- ops.top_k(x, 5)
x = Input((9, 4))
ops.top_k(x, 5)

# --- ops.argmax(x, axis=3)
x = Input((9, 4))
ops.argmax(x, axis=3)

# --- ops.transpose(x, (0, 1))
x = Input((9, 4))
ops.transpose(x, (0, 1))

# --- ops.swapaxes(x, 1, 3)
x = Input((9, 4))
ops.swapaxes(x, 1, 3)

# --- ops.moveaxis(x, 0, 3)
x = Input((9, 4))
ops.moveaxis(x, 0, 3)

# --- ops.flip(x, axis=4)
x = Input((9, 4))
ops.flip(x, axis=4)

# --- ops.roll(x, 1, axis=3)
x = Input((9, 4))
ops.roll(x, 1, axis=3)

# --- ops.cumsum(x, axis=3)
x = Input((9, 4))
ops.cumsum(x, axis=3)

# --- ops.broadcast_to(x, (2, 9, 5))
x = Input((9, 4))
ops.broadcast_to(x, (2, 9, 5))

# --- ops.where(x > 0, x, Input((9, 5)))
x = Input((9, 4))
ops.where(x > 0, x, Input((9, 5)))

# --- ops.linalg.inv(x)
x = Input((9, 4))
ops.linalg.inv(x)

# --- ops.norm(x, axis=3)
x = Input((9, 4))
ops.norm(x, axis=3)

# --- ops.slice(x, (0, 0), (1, 1))
x = Input((9, 4))
ops.slice(x, (0, 0), (1, 1))

# --- ops.scan(lambda c, v: (c, v), x, x, length=3)
x = Input((9, 4))
ops.scan(lambda c, v: (c, v), x, x, length=3)

# --- ops.vectorized_map(lambda r: ops.sum(r), x)
x = Input((9, 4))
ops.vectorized_map(lambda r: ops.sum(r), x)

# --- ops.segment_sum(x, Input((3,), dtype="int32"))
x = Input((9, 4))
ops.segment_sum(x, Input((3,), dtype="int32"))

# --- x[:, 10]
x = Input((9, 4))
x[:, 10]

# --- x[:, :, :, 0]
x = Input((9, 4))
x[:, :, :, 0]

# --- x[..., 5]
x = Input((9, 4))
x[..., 5]

# --- x + np.zeros((3, 4))
x = Input((9, 4))
x + np.zeros((3, 4))

# --- x @ np.zeros((3, 4))
x = Input((9, 4))
x @ np.zeros((3, 4))

# --- x.shape[4]
x = Input((9, 4))
x.shape[4]

# --- ops.sum(x, axis="1")
x = Input((9, 4))
ops.sum(x, axis="1")

# --- ops.relu(x, 3)
x = Input((9, 4))
ops.relu(x, 3)

# --- ops.sofmax(x)
x = Input((9, 4))
ops.sofmax(x)

# --- ops.add(x)
x = Input((9, 4))
ops.add(x)

# --- ops.zeros_like(x) + ops.ones((9, 5))
x = Input((9, 4))
ops.zeros_like(x) + ops.ones((9, 5))

# --- ops.image.crop_images(Input((8, 8, 3)), 2, 2, 2, 2, 20, 20)
x = Input((9, 4))
ops.image.crop_images(Input((8, 8, 3)), 2, 2, 2, 2, 20, 20)

# --- ops.image.pad_images(Input((8, 8, 3)), target_height=4, target_w
x = Input((9, 4))
ops.image.pad_images(Input((8, 8, 3)), target_height=4, target_width=4)

# --- ops.image.rgb_to_grayscale(Input((8, 8, 4)))
ops.image.rgb_to_grayscale(Input((8, 8, 4)))

# --- ops.image.extract_patches(Input((8, 8, 3)), (9, 9))
ops.image.extract_patches(Input((8, 8, 3)), (9, 9))

# --- ops.image.affine_transform(Input((8, 8, 3)), Input((6,)))
ops.image.affine_transform(Input((8, 8, 3)), Input((6,)))

# --- ops.fft((Input((8,)), Input((9,))))
ops.fft((Input((8,)), Input((9,))))

# --- ops.stft(Input((8,)), 10, 2, 8)
ops.stft(Input((8,)), 10, 2, 8)

# --- ops.ctc_loss(Input((5,), dtype="int32"), Input((9, 4)), Input(()
ops.ctc_loss(Input((5,), dtype="int32"), Input((9, 4)), Input(()), Input(()))

# --- ops.categorical_crossentropy(Input((5,)), Input((4,)))
ops.categorical_crossentropy(Input((5,)), Input((4,)))

# --- ops.batch_normalization(Input((5, 4)), np.zeros(5), np.ones(5),
ops.batch_normalization(Input((5, 4)), np.zeros(5), np.ones(5), axis=-1)

# --- ops.layer_normalization(Input((5, 4)), axis=4)
ops.layer_normalization(Input((5, 4)), axis=4)

# --- ops.dot_product_attention(Input((5, 4)), Input((5, 4)), Input((5
ops.dot_product_attention(Input((5, 4)), Input((5, 4)), Input((5, 4)))

# --- ops.dot_product_attention(Input((5, 2, 4)), Input((6, 2, 4)), In
ops.dot_product_attention(Input((5, 2, 4)), Input((6, 2, 4)), Input((7, 2, 4)))

# --- ops.multi_hot(Input((3,), dtype="int32"), 0)
ops.multi_hot(Input((3,), dtype="int32"), 0)

# --- ops.unstack(Input((None, 3)), axis=1)
ops.unstack(Input((None, 3)), axis=1)

# --- ops.unstack(Input((5, 3)), num=4, axis=1)
ops.unstack(Input((5, 3)), num=4, axis=1)

# --- ops.cross(Input((4,)), Input((4,)))
ops.cross(Input((4,)), Input((4,)))

# --- ops.tensordot(Input((4, 3)), Input((4, 5)), axes=[[1], [1]])
ops.tensordot(Input((4, 3)), Input((4, 5)), axes=[[1], [1]])

# --- ops.tensordot(Input((4, 3)), Input((4, 5)), axes=[[2], [1]])
ops.tensordot(Input((4, 3)), Input((4, 5)), axes=[[2], [1]])

# --- ops.kron(Input((4, 3)), Input((2,)))
ops.kron(Input((4, 3)), Input((2,)))

# --- ops.diag(Input((4, 3, 3)))
ops.diag(Input((4, 3, 3)))

# --- ops.trace(Input((4,)), axis1=1, axis2=1)
ops.trace(Input((4,)), axis1=1, axis2=1)

# --- ops.meshgrid(Input((4,)), Input((4,)))
ops.meshgrid(Input((4,)), Input((4,)))

# --- ops.histogram(Input((4,)), bins=0)
ops.histogram(Input((4,)), bins=0)

# --- ops.searchsorted(Input((4,)), Input((4,)))
ops.searchsorted(Input((4,)), Input((4,)))

# --- ops.cholesky(Input((4, 3)))
ops.cholesky(Input((4, 3)))

# --- ops.solve(Input((4, 4)), Input((3, 2)))
ops.solve(Input((4, 4)), Input((3, 2)))

# --- ops.qr(Input((4, 3)), mode="full")
ops.qr(Input((4, 3)), mode="full")

# --- ops.svd(Input(()))
ops.svd(Input(()))

# --- ops.lstsq(Input((4, 3)), Input((5, 3)))
ops.lstsq(Input((4, 3)), Input((5, 3)))

# --- ops.fori_loop(0, 3, lambda i, v: ops.concatenate([v, v]), Input(
ops.fori_loop(0, 3, lambda i, v: ops.concatenate([v, v]), Input((4,)))

# --- ops.map(lambda v: ops.reshape(v, (5,)), Input((4,), batch_size=2
ops.map(lambda v: ops.reshape(v, (5,)), Input((4,), batch_size=2))

# --- ops.scatter(np.zeros((2, 3)), np.zeros((2,)), (5,))
ops.scatter(np.zeros((2, 3)), np.zeros((2,)), (5,))

# --- ops.slice_update(Input((4,)), (0, 0), Input((5,)))
ops.slice_update(Input((4,)), (0, 0), Input((5,)))

# --- ops.in_top_k(Input((), dtype="int32"), Input((4, 4)), 2)
ops.in_top_k(Input((), dtype="int32"), Input((4, 4)), 2)

# --- ops.normalize(Input((4,)), axis=3)
ops.normalize(Input((4,)), axis=3)

# --- ops.glu(Input((5,)))
ops.glu(Input((5,)))

# --- ops.gelu(Input((5,)), approximate="no")
ops.gelu(Input((5,)), approximate="no")

# --- ops.bincount(Input((5,)), minlength=-1)
ops.bincount(Input((5,)), minlength=-1)

# --- ops.average(Input((5, 2)), axis=1, weights=np.ones(3))
ops.average(Input((5, 2)), axis=1, weights=np.ones(3))

# --- ops.digitize(Input((5,)), np.ones((2, 2)))
ops.digitize(Input((5,)), np.ones((2, 2)))

# --- ops.quantile(Input((5,)), 2.0)
ops.quantile(Input((5,)), 2.0)

# --- ops.pixel_shuffle(Input((5, 5, 5)), 2)
ops.pixel_shuffle(Input((5, 5, 5)), 2)

# --- ops.depth_to_space(Input((5, 5, 5)), 2)
ops.depth_to_space(Input((5, 5, 5)), 2)

# --- ops.space_to_depth(Input((5, 5, 5)), 2)
ops.space_to_depth(Input((5, 5, 5)), 2)
