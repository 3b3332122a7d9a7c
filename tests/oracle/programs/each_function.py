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
