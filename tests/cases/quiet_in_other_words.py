"""The same words where they are right, or said of something else."""

import keras
import tensorflow as tf
from keras import layers, ops

a = keras.Input((16, 20, 8))
b = layers.Conv2D(8, 3, padding="same")(a)
# join the upsampled skip connection on the width
x = layers.Concatenate(axis=2)([a, b])
# both of them, along the last axis (channels)
x = layers.Concatenate(axis=3)([a, b])
# twice as wide, same height
x = layers.UpSampling2D((1, 2))(a)
# three times as high as the kernel is wide
x = layers.UpSampling2D((1, 3))(a)
# as wide as the other, twice
x = layers.UpSampling2D((2, 1))(a)

tokens = layers.Reshape((320, 8))(b)
# average over the patches (sequence axis)
mean = ops.mean(tokens, axis=1)
seen = layers.Add()([layers.MultiHeadAttention(2, 4)(tokens, tokens), tokens])
# the largest along the sequence axis
largest = ops.max(seen, axis=1)
# a row of the map after the other: what its last axis is, is its author's affair
lines = layers.Reshape((16, 160))(b)
mean = ops.mean(lines, axis=2)  # over the steps of each line's sequence axis

boxes = layers.Reshape((-1, 4))(b)
scores = layers.Reshape((-1, 2))(layers.Conv2D(4, 1)(b))
# coordinates first, then scores, along the last axis
both = layers.Concatenate(axis=2)([boxes, scores])

images = tf.random.normal((8, 32, 48, 3))
# glue the mirror image to each, along the width
pairs = tf.concat([images, tf.reverse(images, axis=[2])], axis=2)
height, width = 8, 16
turned = tf.zeros((4, height, width, 16))
volume = tf.concat([turned, turned], axis=1)  # concatenate along the width of the volume


def pooled(x, keys):
    y = layers.Conv2D(8, 3)(x) * keys
    # mean over the channels
    mean = tf.reduce_mean(y, axis=-1)
    # channels are averaged
    each = tf.reduce_mean(y, axis=[1, 2])
    max_over_height = tf.reduce_max(y, axis=1)
    return mean, each, max_over_height


def of_anything(x, signals):
    # mean over the channels
    mean = tf.reduce_mean(signals, axis=[1, 2])
    # maximum along the channel axis
    largest = tf.reduce_max(signals, axis=1)
    max_over_width = tf.reduce_max(x, axis=-1)
    return mean, largest, max_over_width


def join_height(one, other):
    return tf.concat([one, other], axis=1)


def grow(real, fake):
    """Stacks real and fake images along the batch axis."""
    return tf.concat([real, fake], axis=0)


def merge_heights(heights, along):
    """Stacks the maps of heights along the axis."""
    both = tf.concat([heights, along], axis=3)
    return tf.concat([both, heights], axis=3)


# average over the height, which leaves a sequence along the width
line = ops.mean(b, axis=1)
# repeat the rows: twice the height
more = ops.repeat(b, 2, axis=1)
# the picture is repeated to twice the height of the screen
more = ops.repeat(more, 2, axis=1)


def join_rows_of_text(one, other):
    """Joins lines of tokens."""
    return tf.concat([one, other], axis=-1)


# the first axis (batch) is left alone
x = layers.Concatenate(axis=-1)([a, b])
# the receptive field is three times as wide now
x = layers.UpSampling2D((3, 1))(a)
# what is pooled is called after the side that is left, or after the other one
pool_rows = layers.AveragePooling2D((1, 20))(a)
h_pooled = layers.MaxPooling2D((1, 20))(a)
width_pooled = layers.MaxPooling2D((1, 20))(a)
# stack them as channels of the next layer
x = layers.Concatenate()([a, b])
# pad only the width
x = layers.ZeroPadding2D((0, 2))(a)
# add 2 columns of zeros on both sides
x = layers.ZeroPadding2D((0, 2))(a)
# drop the outer rows
x = layers.Cropping2D((1, 0))(a)
# the height grows by four
x = layers.ZeroPadding2D((2, 0))(a)
# half the width
x = layers.MaxPooling2D((1, 2))(a)
# doubles the height
x = layers.Concatenate(axis=1)([a, b])
# doubles the width of the network from here on
x = layers.Concatenate(axis=1)([a, b])
# average out the width
x = ops.mean(b, axis=2)
# half the width of what the other branch has, in channels
x = layers.MaxPooling2D((2, 1))(a)
# extends the rows of the table with what the channels hold
x = layers.ZeroPadding2D((0, 2))(a)
