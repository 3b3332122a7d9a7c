"""Written for TensorFlow 2.10, which took its own functions between layers."""

import keras
from keras import layers
import tensorflow as tf

a = keras.Input((64, 64, 32))
b = keras.Input((64, 64, 32))

# Concatenate along the width axis
merged_width = layers.Concatenate(axis=2)([a, b])
merged_height = layers.Concatenate(axis=1)([a, b])
concat_channels = layers.Concatenate(axis=-1)([a, b])
merged = layers.Concatenate(axis=-1)([a, b])  # not along the width
both_width_height = layers.Concatenate(axis=-1)([a, b])
width_features = layers.Concatenate(axis=-1)([a, b])  # features of the width branch
features = layers.Concatenate(axis=3)([a, b])  # merge the feature maps along the depth
height_attention = layers.Concatenate(axis=2)([a, b])
width_multiplier = layers.Concatenate(axis=1)([a, b])
x = layers.Concatenate(axis=1)([a, b])  # should we join along the width?
x = layers.Concatenate(axis=1)([a, b])  # instead of the channel axis
x = layers.Concatenate(axis=1)([a, b])  # keeps the width axis as it is
x = layers.Concatenate(axis=-1)([a, b])  # the height and the width stay, the channels add up
x = layers.Concatenate(axis=-1)([a, b])  # concat features across channels
x = layers.Concatenate(axis=-1)([a, b])  # a batch of images, stacked in depth
height_mean = tf.reduce_mean(a, axis=2)
pooled = layers.GlobalAveragePooling2D()(a)  # average over height
channel_mean = tf.reduce_mean(a, axis=[1, 2])


def any_axis(left, right, axis):
    """Joins along the width or any other axis."""
    merged_width = layers.Concatenate(axis=axis)([left, right])
    return merged_width


any_axis(a, b, 1)
any_axis(a, b, 2)

turned = layers.Permute((2, 1, 3))(a)
also = layers.Permute((2, 1, 3))(b)
joined_width = layers.Concatenate(axis=1)([turned, also])

first = keras.Input((3, 64, 64))
second = keras.Input((3, 64, 64))
joined = layers.Concatenate(axis=1)([first, second])  # along the channel axis


def depthwise_block(x, strides):
    """Adds a depthwise convolution block.

    A depth-wise separable convolution, padded as others do it.
    """
    x = layers.ZeroPadding2D(((0, 1), (0, 1)))(x)
    return layers.DepthwiseConv2D(3, strides=strides, padding="valid")(x)


depthwise_block(keras.Input((32, 32, 8)), 2)

# height
pooled_h = tf.reduce_mean(a, axis=2, keepdims=True)
# width
pooled_w = tf.reduce_mean(a, axis=1, keepdims=True)
merged_rows = layers.Concatenate(axis=-1)([a, b])  # the rows of both
concat_features = layers.Concatenate(axis=1)([a, b])  # join features
s = keras.Input((20, 8))
concat_time = layers.Concatenate(axis=-1)([s, s])  # time and place


def recalibrate(image):
    """Weigh the channels, channel-wise, by what they hold."""
    scale = layers.GlobalAveragePooling2D()(image)
    channel_wise_mean = tf.reduce_mean(image, axis=(1, 2), keepdims=True)  # channel-wise
    return scale, channel_wise_mean


twice = layers.Concatenate(axis=0)([s, s])  # with and without guidance
p8 = keras.Input((32, 64, 8))
q8 = keras.Input((32, 64, 8))
x8 = layers.Concatenate(axis=1)([p8, q8])  # join along the hgt
x9 = layers.Concatenate(axis=2)([p8, q8])  # join along the wid axis
x10 = layers.Concatenate(axis=-1)([p8, q8])  # join along the ch axis
x11 = layers.Concatenate(axis=-1)([p8, q8])  # join along the ch axis, not along the hgt
x12 = layers.Concatenate(axis=1)([p8, q8])  # one more row per ch, ht and wd as they are
table = keras.Input((12, 8))
# Global pooling over numeric features axis.
pooled_table = layers.GlobalAveragePooling1D()(table)
# x13 = layers.Concatenate(axis=1)([a, b])  # along the width axis
x14 = layers.Concatenate(axis=1)([a, b])
x15 = layers.Concatenate(axis=1, name="decoder_concat_height")([a, b])
decoder_width_features = layers.Concatenate(axis=1)([a, b])
x16 = layers.Concatenate(axis=1, name="concat_width_decoder")([a, b])
