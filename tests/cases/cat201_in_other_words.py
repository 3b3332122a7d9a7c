"""Words for axes in brackets, far from the verb, of what grows; sequences made of maps."""

import keras
import tensorflow as tf
from keras import layers, ops

a = keras.Input((16, 20, 8))
b = layers.Conv2D(8, 3, padding="same")(a)
# join the upsampled skip connection on the width  # error: CAT201 "says width"
x = layers.Concatenate()([a, b])
# both of them, along the first axis (batch)  # error: CAT201 "says batch"
x = layers.Concatenate(axis=3)([a, b])
# twice as wide, same height  # error: CAT201 "enlarges axis 1 (height), but the comment says width"
x = layers.UpSampling2D((2, 1))(a)
# three times as high  # error: CAT201 "enlarges axis 2 (width), but the comment says height"
x = layers.UpSampling2D((1, 3))(a)

tokens = layers.Reshape((320, 8))(b)
# average over the patches (sequence axis)  # error: CAT201 "reduces axis 2 (features)"
mean = ops.mean(tokens, axis=2)
seen = layers.Add()([layers.MultiHeadAttention(2, 4)(tokens, tokens), tokens])
# the largest along the sequence axis  # error: CAT201 "reduces axis 2 (features)"
largest = ops.max(seen, axis=-1)

boxes = layers.Reshape((-1, 4))(b)
scores = layers.Reshape((-1, 2))(layers.Conv2D(4, 1)(b))
# coordinates first, then scores, along the batch  # error: CAT201 "says batch"
both = layers.Concatenate(axis=2)([boxes, scores])

images = tf.random.normal((8, 32, 48, 3))
# glue the mirror image to each, along the width  # error: CAT201 "axis 1, the height of maps, but the comment says width"
pairs = tf.concat([images, tf.reverse(images, axis=[2])], axis=1)


def pooled(x, keys):
    y = layers.Conv2D(8, 3)(x) * keys
    # mean over the channels  # error: CAT201 "works along axes 1 and 2, the height and width of maps"
    mean = tf.reduce_mean(y, axis=[1, 2])
    # maximum along the channel axis  # error: CAT201 "works along axis 1, the height of maps"
    largest = tf.reduce_max(y, axis=1)
    max_over_height = tf.reduce_max(y, axis=-1)  # error: CAT201 "the name max_over_height says height"
    return mean, largest, max_over_height


def join_height(one, other):
    return tf.concat([one, other], axis=3)  # error: CAT201 "the function's name join_height says height"


def grow(real, fake):
    """Stacks real and fake images along the batch axis."""
    return tf.concat([real, fake], axis=3)  # error: CAT201 "the docstring says batch"


# average over the height, which leaves a sequence along the width  # error: CAT201 "says height"
line = ops.mean(b, axis=2)
# repeat the rows: twice the height  # error: CAT201 "repeats along axis 2 (width), but the comment says height"
more = ops.repeat(b, 2, axis=2)
# early fusion: stack both as channels  # error: CAT201 "says channels"
x = layers.Concatenate(axis=2)([a, b])
# both parts of the same map, concatenated on the width axis  # error: CAT201 "says width"
x = layers.Concatenate(axis=3)([a, b])
halved_width = layers.MaxPooling2D((2, 1))(a)  # error: CAT201 "the name halved_width says width"
# pad only the width  # error: CAT201
x = layers.ZeroPadding2D((2, 0))(a)
# add 2 columns of zeros on both sides  # error: CAT201
x = layers.ZeroPadding2D((2, 0))(a)
# drop the outer rows  # error: CAT201 "crops axis 2 (width), but the comment says height"
x = layers.Cropping2D((0, 1))(a)
# the height grows by four  # error: CAT201
x = layers.ZeroPadding2D((0, 2))(a)
# half the width  # error: CAT201
x = layers.MaxPooling2D((2, 1))(a)
# doubles the height  # error: CAT201 "joins along axis 2 (width), but the comment says height"
x = layers.Concatenate(axis=2)([a, b])
# average out the width  # error: CAT201
x = ops.mean(b, axis=1)
# concatenated on axis 2, i.e. the height  # error: CAT201
x = layers.Concatenate(axis=2)([a, b])
