"""Functions that return several tensors, whose result stands where one tensor should."""

import keras
from keras import layers, ops

line = keras.Input((4, 6))
square = keras.Input((4, 4))

sums = ops.add(ops.moments(line, axes=1), 1)  # error: CAT139 "`x1` must be a tensor, is 2 in"
product = ops.matmul(ops.split(line, 2, axis=-1), line)  # error: CAT139 "is 2 in a list"
scaled = ops.moments(line, 1) * 0.5  # error: CAT139 "no operand of `*`"
turned = -ops.eigh(square)  # error: CAT139 "no operand of `-`"
tested = ops.top_k(line, 2) > 0  # error: CAT139 "no operand of `>`"
shifted = line + ops.moments(line, 1)  # error: CAT139 "a tuple is no operand"
times = [line, line] @ line  # error: CAT139 "a list is no operand"
first = ops.moments(line, 1)[:, 0]  # error: CAT139 "by one number or slice, not by 2"
added = layers.Add()([line, ops.qr(line)])  # error: CAT139 "is a tuple of 2 tensors"
joined = layers.Concatenate()([[line, line], line])  # error: CAT139 "is a list of 2 tensors"
far = line[[0, 1, 2, 3]]  # error: CAT139 "the index has 4 axes"

absolute = abs(ops.qr(square))  # error: CAT139 "no operand of `abs`"
new_axis = ops.split(line, 2, axis=-1)[None]  # error: CAT139 "by one number or slice, not by None"
picked = ops.svd(square)[[0, 1]]  # error: CAT139 "by one number or slice, not by [0, 1]"


class Spectrum(layers.Layer):
    def call(self, x):
        return ops.rfft(x) ** 2  # error: CAT139 "no operand of `**`"


spectrum = Spectrum()(line)
halved = layers.Lambda(lambda t: ops.split(t, 2, axis=1) / 2)(line)  # error: CAT139 "of `/`"
nothing = line + None  # error: CAT139 "None is no tensor and no number"

mean, variance = ops.moments(line, axes=1)
right = ops.sum(mean) + variance[:, 0]
listed = line[[0, 1]]  # shape: (6,)
again = line.shape * 2 + line.shape
long = line.shape * 20_000 + (1,) * 90_000
many = len(line) if hasattr(line, "__len__") else 1
if hasattr(line, "__len__") and len(line) > 1:
    raise ValueError(many)
greater = line > (mean, variance)  # shape: (None, 4, 6)
both = ops.moments(line, 1) + ops.moments(line, 1)
twice = ops.split(line, 2, axis=-1) * 2
whole = layers.Lambda(lambda t: ops.rfft(t)[0] ** 2)(line)
pairs = layers.Lambda(lambda t: ops.stack(ops.split(t, 2, axis=1) * 2, axis=1))(line)
