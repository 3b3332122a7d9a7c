"""The same sentences beside what they say."""

import keras
from keras import layers

a = keras.Input((64, 48, 32))
# halve the height, keep the width
x = layers.MaxPooling2D((2, 1))(a)
# collapse the width only, the height is what is read
x = layers.AveragePooling2D((1, 16))(a)
x = layers.UpSampling2D((2, 1))(a)  # double the height; the width stays
# the height is reduced by 4
x = layers.MaxPooling2D((4, 1))(a)
x = layers.ZeroPadding2D(((1, 1), (0, 0)))(a)  # the height is padded, the width is not padded
x = layers.MaxPooling2D((2, 1))(a)  # halve the width, then double the height
x = layers.MaxPooling2D((2, 1))(a)  # the width is not pooled
x = layers.Conv2D(32, 3, padding="same")(a)
# stack both (depth)
x = layers.Concatenate(axis=3)([x, layers.Conv2D(32, 5, padding="same")(a)])
y = keras.ops.mean(x, axis=(1, 2))  # the channels are averaged, each by itself
y = keras.ops.mean(x, axis=1)  # the channels are averaged
# the depth is what is joined last (depth)
y = layers.MaxPooling2D((2, 1))(x)


def strips(x):
    """Means over what was tokens, and is a map again."""
    height, width, channels = x.shape[1:]
    row = layers.Reshape((height * width, channels))(x)
    row = layers.Reshape((height, width, channels))(layers.Dense(channels)(row))
    return keras.ops.mean(row, axis=2)  # mean over the width


strips(a)
series = keras.Input((96, 16))
tiles = layers.Reshape((24, 4, 16))(series)
tiles = layers.Concatenate(axis=1)([tiles, tiles])  # joined in time
h = layers.Conv2D(8, 3)(a)
# stretch the picture horizontally
h = layers.UpSampling2D((1, 2))(h)
# a border of 2 rows at the top and the bottom
h = layers.ZeroPadding2D(((2, 2), (0, 0)))(h)
h_1, h_2 = layers.Conv2D(8, 3)(a), layers.Conv2D(8, 3)(a)
h_concat = layers.Concatenate(axis=3)([h_1, h_2])
height_map = layers.Conv2D(8, 3)(a)
with_height_map = layers.Concatenate(axis=3)([h_1, height_map])
# remove the black bars: 4 columns on the left, 4 on the right
h_1 = layers.Cropping2D(((0, 0), (4, 4)))(h_1)
