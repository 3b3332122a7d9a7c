"""The same words where they are right, or can mean something else."""

import keras
from keras import layers

image = keras.Input((64, 48, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.Conv2D(8, 5, padding="same")(image)
# Both are concatenated along the last axis, which is the channels.
x = layers.Concatenate()([a, b])
x = layers.Concatenate(axis=2)([a, b])  # concat along W
# crop the left and right borders (width)
x = layers.Cropping2D(((0, 0), (4, 4)))(a)
depth_concat = layers.Concatenate()([a, b])
# the mean along h of what the branch gives
x = layers.Concatenate()([a, b])
rgb_depth_concat = layers.Concatenate(axis=2)([image, image])


def pile(one, other):
    """
    Pile one map on the other.

    Args:
        one: a map that is sampled along the width.

    Returns:
        The two tensors concatenated along the height dimension.
    """
    return layers.Concatenate(axis=1)([one, other])


# These pictures are meant to grow: a short name, the axis, the layer's name, a comment says so.
WIDTH_AXIS = 2
cat_w = layers.Concatenate(axis=2)([a, b])
h_cat = layers.Concatenate(axis=1)([a, b])
both = layers.Concatenate(axis=WIDTH_AXIS)([a, b])
both = layers.Concatenate(axis=1, name="join_h")([a, b])
both = layers.Concatenate(axis=2)([a, b])  # concat along W
pile(a, b)
clip = keras.Input((8, 32, 32, 3))
one = layers.Conv3D(4, 3, padding="same")(clip)
other = layers.Conv3D(4, 3, padding="same")(clip)
# concatenate along time
longer = layers.Concatenate(axis=1)([one, other])


class Halves(layers.Layer):
    """Splits a map in two along the width axis."""

    def call(self, x):
        return keras.ops.split(x, 2, axis=2)


Halves()(a)
# maximum over all channels
x = keras.ops.max(a, axis=-1)
ROW_DIM = 1
x = layers.Concatenate(axis=ROW_DIM)([a, b])
ROWS = 2
x = keras.ops.mean(a, axis=ROWS)
# concat along the last (channel) axis
x = layers.Concatenate(axis=3)([a, image])
W = 2
x = layers.Concatenate(axis=W)([a, b])
for step in (1, 2):
    x = layers.Concatenate(axis=step)([image, image])


def concat_rows(one, other):
    return layers.Concatenate(axis=1)([one, other])


concat_rows(a, b)
# concatenate all three along the channel axis
one = a * 2
two = b * 3
x = layers.Concatenate(axis=3)([one, two, a])
# concatenate along the channel axis

one = image * 2
x = layers.Concatenate(axis=2)([image, one])
words = keras.Input((20, 5))
# Concatenate the states of both time directions
s = layers.LSTM(8, return_sequences=True)(words)
t = layers.LSTM(8, return_sequences=True, go_backwards=True)(words)
x = layers.Concatenate()([s, t])
# softmax over the time steps
s = layers.Softmax(axis=1)(s)


def unet(x, depth=4):
    """Takes `depth` convolutional blocks vertically stacked, and as many on the way back."""
    skip = layers.Conv2D(8, 3, padding="same")(x)
    return layers.concatenate([x, skip], axis=-1)


unet(image)


def deep(x):
    """Three horizontally stacked convolutional layers."""
    return layers.concatenate([x, x], axis=3)


deep(image)
