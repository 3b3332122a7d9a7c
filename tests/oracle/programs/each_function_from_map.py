import keras
from keras import ops

# --- map
y = ops.map(lambda t: t * 2, ops.ones((4, 3)))

# --- matmul
a = keras.Input((4, 6))
b = keras.Input((6, 5))
y = ops.matmul(a, b)

# --- matmul bad
a = keras.Input((4, 6))
b = keras.Input((4, 5))
y = ops.matmul(a, b)

# --- matmul op
a = ops.ones((4, 6))
y = a @ ops.ones((5, 4))

# --- max_pool
x = keras.Input((20, 3))
y = ops.max_pool(x, 3, strides=2, padding="same")

# --- max_pool rank
x = keras.Input((20,))
y = ops.max_pool(x, 2)

# --- meshgrid
a, b = ops.meshgrid(ops.arange(3), ops.arange(4))

# --- meshgrid bad
a, b = ops.meshgrid(ops.arange(3), ops.arange(4), ops.arange(5))

# --- moments
m, v = ops.moments(ops.ones((2, 3, 4)), axes=[1])

# --- moments bad
m, v = ops.moments(ops.ones((2, 3, 4)), axes=[3])

# --- moveaxis
y = ops.moveaxis(ops.ones((2, 3, 4)), 0, -1)

# --- moveaxis bad
y = ops.moveaxis(ops.ones((2, 3, 4)), 0, 3)

# --- moveaxis count
x = keras.Input((3, 4))
y = ops.moveaxis(x, [0, 1], [1])

# --- multi_hot
y = ops.multi_hot(ops.array([[1, 2], [0, 3]]), 5)

# --- nonzero
y = ops.nonzero(ops.array([1, 0, 2]))

# --- norm
y = ops.norm(ops.ones((2, 3)), ord="fro", axis=(0, 1))

# --- norm bad ord
y = ops.norm(ops.ones((2, 3)), ord="max")

# --- normalize
y = ops.normalize(ops.ones((2, 3)), axis=1)

# --- ones dtype
y = ops.ones((2, 3), "int")

# --- pad
y = ops.pad(ops.ones((2, 3)), ((1, 1), (0, 2)))

# --- pad len
y = ops.pad(ops.ones((2, 3)), ((1, 1), (0, 2), (0, 0)))

# --- pad mode
y = ops.pad(ops.ones((2, 3)), ((1, 1), (0, 2)), mode="mirror")

# --- pad reflect consts
y = ops.pad(ops.ones((2, 3)), ((1, 1), (0, 2)), mode="reflect", constant_values=1)

# --- prod
y = ops.prod(ops.ones((2, 3)), axis=0)

# --- qr
q, r = ops.qr(ops.ones((5, 3)))

# --- qr mode
q, r = ops.qr(ops.ones((5, 3)), mode="full")

# --- quantile
y = ops.quantile(ops.ones((4, 5)), [0.2, 0.5], axis=1)

# --- ravel
y = ops.ravel(ops.ones((2, 3)))

# --- rearrange
y = ops.rearrange(ops.ones((2, 3, 4)), "b h w -> b (h w)")

# --- rearrange bad
y = ops.rearrange(ops.ones((2, 3, 4)), "b h -> h b")

# --- repeat
y = ops.repeat(ops.ones((2, 3)), 3, axis=1)
z = ops.repeat(ops.ones((2, 3)), 2)

# --- repeat bad
y = ops.repeat(ops.ones((2, 3)), ops.array([1, 2, 3, 4]), axis=1)

# --- reshape
x = keras.Input((4, 6))
y = ops.reshape(x, (-1, 24))
z = ops.reshape(ops.ones((4, 6)), (3, -1))

# --- reshape bad
y = ops.reshape(ops.ones((4, 6)), (5, -1))

# --- reshape sym bad
x = keras.Input((4, 6), batch_size=2)
y = ops.reshape(x, (2, 23))

# --- reshape two
x = keras.Input((4, 6))
y = ops.reshape(x, (-1, -1))

# --- roll
y = ops.roll(ops.ones((2, 3)), 1, axis=1)

# --- roll bad
y = ops.roll(ops.ones((2, 3)), 1, axis=2)

# --- rms
y = ops.rms_normalization(ops.ones((2, 3)), scale=ops.ones((3,)))

# --- scan
c, y = ops.scan(lambda c, x: (c + x, c), ops.zeros((2,)), ops.ones((5, 2)))

# --- scatter
y = ops.scatter(ops.array([[0], [2]]), ops.ones((2, 3)), (4, 3))

# --- scatter bad
y = ops.scatter(ops.array([[0], [2]]), ops.ones((3, 3)), (4, 3))

# --- searchsorted
y = ops.searchsorted(ops.array([1, 3, 5]), ops.array([2, 4]))

# --- searchsorted bad side
y = ops.searchsorted(ops.array([1, 3, 5]), ops.array([2, 4]), side="both")

# --- segment_sum
y = ops.segment_sum(ops.ones((4, 2)), ops.array([0, 0, 1, 2]), num_segments=3)

# --- segment bad
y = ops.segment_sum(ops.ones((4, 2)), ops.array([[0, 0], [1, 2]]), num_segments=3)

# --- select
y = ops.select([ops.array([True, False])], [ops.ones((2,))], 0)

# --- separable
x = keras.Input((16, 16, 3))
y = ops.separable_conv(x, ops.ones((3, 3, 3, 2)), ops.ones((1, 1, 6, 8)))

# --- separable bad
x = keras.Input((16, 16, 3))
y = ops.separable_conv(x, ops.ones((3, 3, 3, 2)), ops.ones((1, 1, 3, 8)))

# --- shape
s = ops.shape(ops.ones((2, 3)))
y = ops.ones(s)

# --- size
ops.size(ops.ones((2, 3)))

# --- slice
y = ops.slice(ops.ones((4, 5)), (1, 1), (2, 3))

# --- slice bad
y = ops.slice(ops.ones((4, 5)), (1,), (2, 3))

# --- slice_update
y = ops.slice_update(ops.ones((4, 5)), (1, 1), ops.zeros((2, 2)))

# --- slice_update bad
y = ops.slice_update(ops.ones((4, 5)), (1, 1), ops.zeros((2, 2, 2)))

# --- softmax tuple
y = ops.softmax(ops.ones((2, 3, 4)), axis=(1, 2))

# --- solve
y = ops.solve(ops.eye(3), ops.ones((3, 2)))

# --- solve bad
y = ops.solve(ops.eye(3), ops.ones((4, 2)))

# --- sort bad
y = ops.sort(ops.ones((2, 3)), axis=-3)

# --- split
a, b = ops.split(ops.ones((4, 6)), 2, axis=1)

# --- split bad
a, b = ops.split(ops.ones((4, 6)), 4, axis=1)

# --- split unpack
a, b = ops.split(ops.ones((4, 6)), 3, axis=1)

# --- squeeze
y = ops.squeeze(ops.ones((1, 3, 1)), axis=2)

# --- squeeze bad
y = ops.squeeze(ops.ones((1, 3, 1)), axis=1)

# --- stack
y = ops.stack([ops.ones((2, 3)), ops.zeros((2, 3))], axis=2)

# --- stack bad
y = ops.stack([ops.ones((2, 3)), ops.zeros((2, 4))])

# --- std
y = ops.std(ops.ones((2, 3)), axis=1, keepdims=True)

# --- stft
re, im = ops.stft(ops.ones((2, 100)), sequence_length=20, sequence_stride=10, fft_length=32)

# --- stft bad
re, im = ops.stft(ops.ones((2, 100)), sequence_length=40, sequence_stride=10, fft_length=32)

# --- svd
u, s, v = ops.svd(ops.ones((4, 3)))

# --- swapaxes
y = ops.swapaxes(ops.ones((2, 3, 4)), 0, 2)

# --- swapaxes bad
y = ops.swapaxes(ops.ones((2, 3, 4)), 0, 3)

# --- take
y = ops.take(ops.ones((5, 3)), [0, 2], axis=0)
z = ops.take(ops.ones((5, 3)), ops.array([[0, 1], [2, 3]]), axis=0)

# --- take bad
y = ops.take(ops.ones((5, 3)), [0, 2], axis=2)

# --- take_along_axis
y = ops.take_along_axis(ops.ones((2, 3)), ops.zeros((2, 1), dtype="int32"), axis=1)

# --- take_along bad
y = ops.take_along_axis(ops.ones((2, 3)), ops.zeros((2,), dtype="int32"), axis=1)

# --- tensordot
y = ops.tensordot(ops.ones((2, 3, 4)), ops.ones((4, 3, 5)), axes=[[1, 2], [1, 0]])

# --- tile
y = ops.tile(ops.ones((2, 3)), (2, 1, 2))

# --- top_k
v, i = ops.top_k(ops.ones((2, 5)), k=3)

# --- top_k bad
v, i = ops.top_k(ops.ones((2, 5)), k=6)

# --- trace
y = ops.trace(ops.ones((2, 3, 3)), axis1=1, axis2=2)

# --- trace bad
y = ops.trace(ops.ones((3,)))

# --- transpose
y = ops.transpose(ops.ones((2, 3, 4)), (2, 0, 1))

# --- transpose bad
y = ops.transpose(ops.ones((2, 3, 4)), (1, 0))

# --- transpose dup
x = keras.Input((3, 4))
y = ops.transpose(x, (0, 1, 1))

# --- tri
y = ops.tri(3, 4)

# --- tril vec
y = ops.tril(ops.ones((3,)))

# --- unfold
x = keras.Input((8, 8, 3))
y = ops.unfold(x, 2)

# --- unstack
a, b, c = ops.unstack(ops.ones((3, 2)))

# --- unstack bad
a, b = ops.unstack(ops.ones((3, 2)))

# --- unstack axis
a, b = ops.unstack(ops.ones((3, 2)), axis=2)

# --- vdot
y = ops.vdot(ops.ones((6,)), ops.ones((6,)))

# --- vdot bad
y = ops.vdot(ops.ones((6,)), ops.ones((5,)))

# --- vectorize
f = ops.vectorize(lambda a, b: a + b)
y = f(ops.ones((3,)), ops.ones((3,)))

# --- view
y = ops.view_as_complex(ops.ones((3, 2)))

# --- where
y = ops.where(ops.array([True, False]), ops.ones((2,)), ops.zeros((2,)))

# --- where bad
y = ops.where(ops.array([True, False]), ops.ones((3,)), ops.zeros((3,)))

# --- where one
y = ops.where(ops.array([True, False]), ops.ones((2,)))

# --- while
y = ops.while_loop(lambda i: i < 5, lambda i: i + 1, ops.array(0))

# --- zeros str
y = ops.zeros("3")

# --- random normal
y = keras.random.normal((2, 3), seed=1)

# --- random shape
y = keras.random.normal(2, 3)

# --- random choice
y = keras.random.categorical(ops.ones((2, 5)), 4)

# --- random uniform kw
y = keras.random.uniform((2, 3), low=0, high=1)

# --- dropout
y = keras.random.dropout(ops.ones((2, 3)), 0.5)

# --- randint
y = keras.random.randint((2, 3), 0, 10)

# --- shuffle
y = keras.random.shuffle(ops.ones((4, 3)))
