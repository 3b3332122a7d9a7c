import numpy as np
import keras
from keras import layers, ops

# --- an array where a list of tensors is expected
a = ops.dstack(np.ones((2, 7)))
b = ops.dstack(np.ones((2, 3, 4)))
c = ops.vstack(np.ones((2, 3, 4)))
d = ops.hstack(np.ones((2, 7)))
e = ops.dstack(np.ones(()))

# --- products over axes of other sizes of one total
a = ops.tensordot(np.ones((3, 4, 5)), np.ones((4, 5, 6)))
b = ops.tensordot(np.ones((3, 4, 5)), np.ones((4, 6, 6)))
c = ops.tensordot(np.ones((3, 4)), np.ones((4, 6)), axes=1)

# --- what is no tensor, no number and no word
x = keras.Input((4, 6))
a = ops.abs(layers.Dense)
b = ops.transpose(x, axes=layers.Dense(4))
c = ops.sum(x, axis=lambda v: v)
d = ops.sum(x, axis=1, keepdims={})
e = ops.concatenate([x, x], axis={})
f = ops.sqrt([[1.0, 2.0], [3.0]])
g = ops.expand_dims(np.ones((2, 3)), axis=layers.ReLU)
h = ops.where(np.ones((2, 3)), {"x": 1}, 2.0)

# --- tensors compared, and quantiles
p = ops.ones((2, 3))
b = p < ops.ones((2, 3))
c = ops.percentile(p, [50.0], axis=1)
d = ops.quantile(p, 0.5, axis=1)

# --- arrays sorted, and a splitting into less than no parts
a = np.argsort(np.ones((4, 5)), axis=1)
b = ops.take_along_axis(np.ones((4, 5)), a, 1)
c = ops.hsplit(keras.Input((6,)), -4)
d = ops.scan(lambda c, x: (c + x, c), 0.0, [1.0, 2.0])
e = ops.scan(lambda c, x: (c + x, c), 0.0, np.ones((3,)))
f = ops.vectorize()
g = ops.conv_transpose(np.ones((2, 6, 5)), np.ones((5,)))
h = ops.image.rgb_to_hsv((2, 8, 8, 3))
i = ops.sum(keras.Input((3, 4)), True)
