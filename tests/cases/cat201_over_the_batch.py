"""Reductions that are said to be over the batch, and are over another axis."""

import keras
from keras import backend as K
from keras import layers, ops


def penalty(y_true, y_pred):
    error = y_true * ops.log(y_pred)
    # sum over the batch  # error: CAT201 "works along axis -1, but the comment says batch, which is axis 0"
    return -ops.sum(error, axis=-1)


class Weigh(layers.Layer):
    def call(self, x):
        # mean over the batch  # error: CAT201 "works along axis 2"
        level = ops.mean(x, axis=2, keepdims=True)
        # average over the batch  # error: CAT201 "says batch"
        whole = ops.mean(x, axis=(1, 2), keepdims=True)
        return x - level - whole


def norms(maps):
    # take the maximum over the batch dimension.  # error: CAT201 "works along axis 1"
    largest = ops.max(maps, axis=1, keepdims=True)
    return maps / largest


def gate(x):
    pooled = layers.Lambda(lambda t: ops.sum(t, axis=-1, keepdims=True))(x)  # sum over the batch  # error: CAT201
    return layers.Multiply()([x, pooled])


image = keras.Input((16, 24, 3))
x = layers.Conv2D(8, 3, padding="same")(image)
# sum over the batch  # error: CAT201 "ops.sum reduces axis 1 (height), but the comment says batch, which is axis 0"
lines = ops.sum(x, axis=1)
print(lines.shape)
# mean over the batch  # error: CAT201 "ops.mean reduces axis 3 (channels)"
level = ops.mean(x, axis=3)
