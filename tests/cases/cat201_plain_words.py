"""What is said in a sentence to the end, in a short form, or further down in a docstring."""

import keras
from keras import layers

image = keras.Input((64, 48, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.Conv2D(8, 5, padding="same")(image)
# Both are concatenated along the last axis, which is the width.  # error: CAT201 "says width"
x = layers.Concatenate()([a, b])
x = layers.Concatenate(axis=1)([a, b])  # concat along W  # error: CAT201
# crop the left and right borders (width)  # error: CAT201 "crops axis 1"
x = layers.Cropping2D(((4, 4), (0, 0)))(a)
depth_concat = layers.Concatenate(axis=1)([a, b])  # error: CAT201 "depth_concat", CAT402


def pile(one, other):
    """
    Pile one map on the other.

    Returns:
        The two tensors concatenated along the channel dimension.
    """
    return layers.Concatenate(axis=1)([one, other])  # error: CAT201 "the docstring says channels"


pile(a, b)


class Halves(layers.Layer):
    """Splits a map in two along the width axis."""

    def call(self, x):
        return keras.ops.split(x, 2, axis=1)  # error: CAT201 "the class's docstring says width"


Halves()(a)
# maximum over all channels  # error: CAT201
x = keras.ops.max(a, axis=2)
ROW_DIM = 2
x = layers.Concatenate(axis=ROW_DIM)([a, image])  # error: CAT201 "axis=ROW_DIM says height", CAT101
# concat along the last (channel) axis  # error: CAT201
x = layers.Concatenate(axis=2)([a, image])  # error: CAT101
W = 1
x = layers.Concatenate(axis=W)([a, b])  # error: CAT201 "axis=W says width", CAT402


def concat_rows(one, other):
    return layers.Concatenate(axis=2)([one, other])  # error: CAT201 "the function's name"


concat_rows(a, b)
# concatenate all three along the channel axis  # error: CAT201
one = a * 2
two = b * 3
x = layers.Concatenate(axis=1)([one, two, a])  # error: CAT402
s = layers.LSTM(8, return_sequences=True)(keras.Input((20, 5)))
# softmax over the time steps  # error: CAT201
s = layers.Softmax(axis=2)(s)
