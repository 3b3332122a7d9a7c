"""Words for the axis of what nothing tells of: names, reductions, what is joined as a channel."""

import keras
import tensorflow as tf
from keras import layers


def stack(x, skip, name):
    merged_height = layers.concatenate([layers.Conv2D(8, 3)(x), skip])  # error: CAT201 "the name merged_height says height"
    return layers.Concatenate(name="concat_width")([layers.Conv2D(8, 3)(merged_height), skip])  # error: CAT201 "'concat_width' says width"


def attention(x):
    # average over the height  # error: CAT201 "works along axis 3, the channels of maps"
    mean = tf.reduce_mean(x, axis=3, keepdims=True)
    largest = tf.reduce_max(x, axis=3, keepdims=True)
    return tf.concat([mean, largest], axis=3)  # concatenate height-wise  # error: CAT201 "says height"


def pairs(shape):
    source, target = keras.Input(shape), keras.Input(shape)
    # concatenate images channel-wise  # error: CAT201 "axis 1, the height of maps, but the comment says channels"
    both = layers.Concatenate(axis=1)([source, target])
    return layers.Conv2D(64, 4)(both)


image, label = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
# concat the label as a channel  # error: CAT201 "the comment says channels"
both = layers.Concatenate(axis=2)([image, label])
lines = layers.Concatenate()([image, label])  # concatenate over rows  # error: CAT201 "the comment says height"


def weigh(x, keys):
    gate = layers.Conv2D(8, 1)(x) * keys
    # sum along the width  # error: CAT201 "says width"
    total = tf.reduce_sum(gate, axis=-1, keepdims=True)
    # softmax along the width  # error: CAT201 "normalises along axis 3, the channels of maps"
    return tf.nn.softmax(total, 3)


def fuse(x, branches):
    # put together what the branches made
    # concatenate along the height  # error: CAT201 "says height"
    x = layers.Concatenate()([layers.Conv2D(8, 3)(x), *branches])
    # concatenated, as it was for the
    # height, where rows and columns go on
    return layers.Concatenate()([layers.Conv2D(8, 3)(x), *branches])
