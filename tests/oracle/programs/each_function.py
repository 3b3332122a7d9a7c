import keras
from keras import ops

# --- abs str
y = ops.absolute("abc")

# --- add bad
a = keras.Input((3, 4))
b = keras.Input((4, 3))
y = ops.add(a, b)

# --- add arr bad
y = ops.add(ops.ones((2, 3)), ops.ones((3, 2)))

# --- all axis
y = ops.all(ops.ones((2, 3), dtype="bool"), axis=2)

# --- amax
x = ops.ones((2, 3, 4))
y = ops.amax(x, axis=(0, 2))
z = ops.amax(x, axis=1, keepdims=True)

# --- amax dup
x = ops.ones((2, 3, 4))
y = ops.amax(x, axis=(1, 1))

# --- append
y = ops.append(ops.ones((2, 3)), ops.zeros((2, 1)), axis=1)
z = ops.append(ops.ones((2, 3)), ops.zeros((4,)))

# --- append bad
y = ops.append(ops.ones((2, 3)), ops.zeros((3, 1)), axis=1)

# --- arange
y = ops.arange(2, 10, 3)
z = ops.arange(5.0)

# --- arange none
y = ops.arange()

# --- argmax axis
y = ops.argmax(ops.ones((2, 3)), axis=2)

# --- argmax keep
y = ops.argmax(ops.ones((2, 3)), axis=1, keepdims=True)
z = ops.argmin(ops.ones((2, 3)))

# --- argpartition
y = ops.argpartition(ops.arange(10), kth=3)

# --- argsort bad
y = ops.argsort(ops.ones((3, 2)), axis=5)

# --- array_split
a, b, c = ops.array_split(ops.arange(8), 3)

# --- array_split bad
a, b = ops.array_split(ops.arange(8), 3)

# --- average
y = ops.average(ops.ones((2, 3)), axis=1, weights=ops.array([0.2, 0.3, 0.5]))

# --- average bad weights
y = ops.average(ops.ones((2, 3)), axis=1, weights=ops.array([0.2, 0.3]))

# --- average_pool
x = keras.Input((8, 8, 3))
y = ops.average_pool(x, 2, strides=2)

# --- average_pool big
x = keras.Input((8, 8, 3))
y = ops.average_pool(x, 9, padding="valid")

# --- average_pool pad
x = keras.Input((8, 8, 3))
y = ops.average_pool(x, 2, padding="full")

# --- batch_norm
x = ops.ones((2, 4, 3))
y = ops.batch_normalization(x, ops.zeros((3,)), ops.ones((3,)), axis=-1)

# --- batch_norm bad
x = ops.ones((2, 4, 3))
y = ops.batch_normalization(x, ops.zeros((4,)), ops.ones((4,)), axis=-1)

# --- bincount
y = ops.bincount(ops.array([1, 2, 5]), minlength=8)

# --- bitwise float
y = ops.bitwise_and(ops.ones((2,)), ops.ones((2,)))

# --- bitwise ok
y = ops.bitwise_or(ops.array([1, 2]), ops.array([3, 4]))

# --- broadcast_to
y = ops.broadcast_to(ops.ones((1, 3)), (4, 3))

# --- broadcast_to bad
y = ops.broadcast_to(ops.ones((2, 3)), (4, 3))

# --- broadcast_to symbolic bad
x = keras.Input((2, 3))
y = ops.broadcast_to(x, (2, 4))

# --- cast bad
y = ops.cast(ops.ones((2,)), "float33")

# --- cast nothing
y = ops.cast(ops.ones((2,)))

# --- categorical_crossentropy
y = ops.categorical_crossentropy(ops.ones((2, 3)), ops.ones((2, 3)))

# --- categorical_crossentropy bad
y = ops.categorical_crossentropy(ops.ones((2, 3)), ops.ones((2, 4)))

# --- sparse cc
y = ops.sparse_categorical_crossentropy(ops.array([0, 1]), ops.ones((2, 3)))

# --- sparse cc bad
y = ops.sparse_categorical_crossentropy(ops.array([0, 1, 2]), ops.ones((2, 3)))

# --- cholesky
y = ops.cholesky(ops.eye(3))

# --- cholesky bad
x = keras.Input((3, 4))
y = ops.cholesky(x)

# --- clip
y = ops.clip(ops.ones((2, 3)), 0, 1)

# --- clip missing
y = ops.clip(ops.ones((2, 3)), 0)

# --- column names
x = keras.Input((3, 4))
y = ops.concatenate([x, x], axis=-1)
z = ops.concatenate((x, x), axis=1)

# --- concatenate rank
x = keras.Input((3, 4))
w = keras.Input((3,))
y = ops.concatenate([x, w], axis=-1)

# --- concatenate empty
y = ops.concatenate([])

# --- concatenate single
x = keras.Input((3, 4))
y = ops.concatenate(x, axis=1)

# --- cond
y = ops.cond(ops.array(True), lambda: ops.ones((2, 3)), lambda: ops.zeros((2, 3)))

# --- conv
x = keras.Input((16, 16, 3))
k = ops.ones((3, 3, 3, 8))
y = ops.conv(x, k, strides=2, padding="same")

# --- conv channels
x = keras.Input((16, 16, 3))
k = ops.ones((3, 3, 4, 8))
y = ops.conv(x, k)

# --- conv rank
x = keras.Input((16, 16, 3))
k = ops.ones((3, 3, 8))
y = ops.conv(x, k)

# --- conv dilation+stride
x = ops.ones((1, 16, 16, 3))
y = ops.conv(x, ops.ones((3, 3, 3, 8)), dilation_rate=2)

# --- conv_transpose
x = keras.Input((16, 16, 3))
y = ops.conv_transpose(x, ops.ones((3, 3, 8, 3)), strides=2, padding="same")

# --- conv_transpose bad
x = keras.Input((16, 16, 3))
y = ops.conv_transpose(x, ops.ones((3, 3, 3, 8)), strides=2)

# --- correlate
y = ops.correlate(ops.ones((5,)), ops.ones((3,)), mode="full")

# --- correlate bad
y = ops.correlate(ops.ones((5, 2)), ops.ones((3,)))

# --- cross
y = ops.cross(ops.ones((4, 3)), ops.ones((4, 3)))

# --- cross bad
y = ops.cross(ops.ones((4, 4)), ops.ones((4, 4)))

# --- ctc
y = ops.ctc_loss(
    ops.ones((2, 4), dtype="int32"), ops.ones((2, 8, 5)), ops.array([4, 4]), ops.array([8, 8])
)

# --- cumsum bad
y = ops.cumsum(ops.ones((2, 3)), axis=2)

# --- depthwise
x = keras.Input((16, 16, 3))
y = ops.depthwise_conv(x, ops.ones((3, 3, 3, 2)), padding="same")

# --- depthwise bad
x = keras.Input((16, 16, 3))
y = ops.depthwise_conv(x, ops.ones((3, 3, 4, 2)))

# --- det
y = ops.det(ops.ones((2, 3, 3)))

# --- det bad
y = ops.det(ops.ones((2, 3, 4)))

# --- diag
y = ops.diag(ops.ones((4,)))
z = ops.diag(ops.ones((3, 5)), k=1)

# --- diag bad
y = ops.diag(ops.ones((2, 3, 4)))

# --- diagonal bad
y = ops.diagonal(ops.ones((4,)))

# --- diff
y = ops.diff(ops.ones((2, 5)), n=2)

# --- digitize
y = ops.digitize(ops.array([0.1, 3.0]), bins=[0.0, 1.0, 2.0])

# --- dot
y = ops.dot(ops.ones((2, 3)), ops.ones((3, 4)))

# --- dot bad
y = ops.dot(ops.ones((2, 3)), ops.ones((2, 4)))

# --- dot symbolic bad
a = keras.Input((5, 3))
y = ops.dot(a, ops.ones((4, 2)))

# --- einsum
y = ops.einsum("bij,bjk->bik", ops.ones((2, 3, 4)), ops.ones((2, 4, 5)))

# --- einsum bad
y = ops.einsum("bij,bjk->bik", ops.ones((2, 3, 4)), ops.ones((2, 3, 5)))

# --- einsum count
y = ops.einsum("ij,jk->ik", ops.ones((3, 4)))

# --- einsum letter
a = keras.Input((3, 4))
y = ops.einsum("bij->bik", a)

# --- empty_like
y = ops.empty_like(ops.ones((2, 3)))

# --- equal bad
y = ops.equal(ops.ones((2, 3)), ops.ones((4,)))

# --- expand_dims bad
y = ops.expand_dims(ops.ones((2, 3)), axis=4)

# --- expand_dims missing
y = ops.expand_dims(ops.ones((2, 3)))

# --- extract_sequences
y = ops.extract_sequences(ops.ones((1, 20)), 5, 2)

# --- eye
y = ops.eye(3, 4)
z = ops.identity(5)

# --- fft
re, im = ops.fft((ops.ones((2, 8)), ops.zeros((2, 8))))

# --- fft bad
re, im = ops.fft((ops.ones((2, 8)), ops.zeros((2, 4))))

# --- fft single
y = ops.fft(ops.ones((2, 8)))

# --- flip bad
y = ops.flip(ops.ones((2, 3)), axis=3)

# --- fori
y = ops.fori_loop(0, 5, lambda i, acc: acc + i, ops.zeros((2,)))

# --- fori args
y = ops.fori_loop(0, 5, lambda acc: acc + 1, ops.zeros((2,)))

# --- full
y = ops.full((2, 3), 7)

# --- full_like
y = ops.full_like(ops.ones((2, 3)), 7)

# --- full missing
y = ops.full((2, 3))

# --- gelu list
y = ops.gelu([[1.0, 2.0], [3.0, 4.0]])

# --- get_item
y = ops.get_item(ops.ones((3, 4)), (slice(0, 2), 1))

# --- get_item bad
y = ops.get_item(ops.ones((3, 4)), (0, 1, 2))

# --- hstack
y = ops.hstack([ops.ones((2, 3)), ops.ones((2, 4))])

# --- hstack bad
y = ops.hstack([ops.ones((2, 3)), ops.ones((3, 3))])

# --- image resize
x = keras.Input((32, 32, 3))
y = ops.image.resize(x, (64, 48))

# --- image resize bad size
x = keras.Input((32, 32, 3))
y = ops.image.resize(x, (64, 48, 3))

# --- image resize rank
y = ops.image.resize(ops.ones((32, 32)), (64, 64))

# --- image resize interp
x = keras.Input((32, 32, 3))
y = ops.image.resize(x, (64, 48), interpolation="cubic")

# --- image crop
y = ops.image.crop_images(
    ops.ones((2, 10, 10, 3)), top_cropping=2, left_cropping=1, target_height=5, target_width=6
)

# --- image pad
y = ops.image.pad_images(
    ops.ones((2, 10, 10, 3)), top_padding=2, left_padding=1, target_height=15, target_width=16
)

# --- image pad bad
y = ops.image.pad_images(
    ops.ones((2, 10, 10, 3)), top_padding=2, left_padding=1, target_height=5, target_width=16
)

# --- rgb gray
y = ops.image.rgb_to_grayscale(ops.ones((2, 10, 10, 3)))

# --- rgb gray bad
y = ops.image.rgb_to_grayscale(ops.ones((10, 10)))

# --- rgb hsv int
y = ops.image.rgb_to_hsv(ops.ones((2, 10, 10, 3), dtype="int32"))

# --- extract_patches
x = keras.Input((16, 16, 3))
y = ops.image.extract_patches(x, (4, 4))

# --- extract_patches bad
x = keras.Input((16, 16, 3))
y = ops.image.extract_patches(x, "4")

# --- in_top_k
y = ops.in_top_k(ops.array([1, 2]), ops.ones((2, 4)), k=2)

# --- inner
y = ops.inner(ops.ones((2, 3)), ops.ones((4, 3)))

# --- inner bad
y = ops.inner(ops.ones((2, 3)), ops.ones((4, 2)))

# --- inv bad
y = ops.inv(ops.ones((2, 3)))

# --- isclose bad
y = ops.isclose(ops.ones((2, 3)), ops.ones((2, 4)))

# --- kron
y = ops.kron(ops.ones((2, 3)), ops.ones((4, 5)))

# --- layer_norm
y = ops.layer_normalization(ops.ones((2, 3, 4)), axis=-1)

# --- linspace
y = ops.linspace(0, 1, 7)
z = ops.linspace(0, 1, num=5, endpoint=False)

# --- linspace bad
y = ops.linspace(0, 1, -3)

# --- log_softmax bad
y = ops.log_softmax(ops.ones((2, 3)), axis=4)

# --- logical_and bad
y = ops.logical_and(ops.ones((2, 3), dtype="bool"), ops.ones((4, 3), dtype="bool"))

# --- lu
p, l, u = ops.lu_factor(ops.ones((3, 3)))

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
