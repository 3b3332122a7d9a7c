"""What is done to one side, with what becomes of the other in the same sentence."""

import keras
from keras import layers

a = keras.Input((64, 48, 32))
# halve the width, keep the height  # error: CAT201 "pools axis 1 (height)"
x = layers.MaxPooling2D((2, 1))(a)
# collapse the height only, the width is what is read  # error: CAT201
x = layers.AveragePooling2D((1, 16))(a)
x = layers.UpSampling2D((1, 2))(a)  # double the height; the width stays  # error: CAT201
# the width is reduced by 4  # error: CAT201
x = layers.MaxPooling2D((4, 1))(a)
x = layers.ZeroPadding2D(((1, 1), (0, 0)))(a)  # the width is padded  # error: CAT201
x = layers.Conv2D(32, 3, padding="same")(a)
# stack both (depth)  # error: CAT201 "says channels/depth/features"
x = layers.Concatenate(axis=2)([x, layers.Conv2D(32, 5, padding="same")(a)])


def strips(x):
    """Means over what was tokens, and is a map again."""
    height, width, channels = x.shape[1:]
    row = layers.Reshape((height * width, channels))(x)
    row = layers.Reshape((height, width, channels))(layers.Dense(channels)(row))
    return keras.ops.mean(row, axis=1)  # mean over the width  # error: CAT201


strips(a)
h = layers.Conv2D(8, 3)(a)
# stretch the picture vertically  # error: CAT201
h = layers.UpSampling2D((1, 2))(h)
# a border of 2 columns on the left and the right  # error: CAT201
h = layers.ZeroPadding2D(((2, 2), (0, 0)))(h)
# remove the black bars: 4 rows at the top, 4 at the bottom  # error: CAT201
h = layers.Cropping2D(((0, 0), (4, 4)))(h)
