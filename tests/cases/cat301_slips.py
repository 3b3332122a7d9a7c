"""Slips in comments: above blocks of which little is known, of scalars, of pairs behind an arrow."""

import keras
from keras import layers, ops
from nets import block, loss_of

image = keras.Input((64, 64, 3))

# (None, 32, 64, 8)  # error: CAT301 "axis 2 (width) is 32, not 64"
x = layers.Conv2D(8, 3, strides=2, padding="same")(image)
x = block(x)

# the mean of all: (None, 8)  # error: CAT301 "rank 0"
mean = ops.mean(layers.Conv2D(8, 3)(image))

words = ops.ones((8, 10))
scores = ops.matmul(words, ops.ones((10, 5)))  # -> (8, 10)  # error: CAT301 "axis 1"
scores = ops.matmul(words, ops.ones((10, 5)))  # -> (8, 5)
noise = keras.random.normal((8, 10, 32))  # (8, 10, 16)  # error: CAT301


def small():
    # (None, 8, 8, 6)  # error: CAT301 "axis 3 (channels) is 3, not 6"
    image = keras.Input((8, 8, 3))
    x = layers.Conv2D(4, 3)(image)
    return keras.Model(image, x)
