"""Written for TensorFlow 2.10, which took its own functions between layers."""

import keras
from keras import layers
import tensorflow as tf

a = keras.Input((64, 64, 32))
b = keras.Input((64, 64, 32))

# Concatenate along the width axis  # error: CAT201 "joins along axis 1 (height)" "the comment says width"
merged_width = layers.Concatenate(axis=1)([a, b])  # error: CAT201 "merged_width says width, which is axis 2"
merged_features_height = layers.Concatenate(axis=2)([a, b])  # error: CAT201 "joins along axis 2 (width)"
joinedHorizontally = layers.concatenate([a, b], axis=1)  # error: CAT201
x1 = layers.Concatenate(axis=2)([a, b])  # stack vertically  # error: CAT201 "says height"
x2 = layers.Concatenate(axis=1)([a, b])  # channel-wise concat  # error: CAT201 "which is axis 3"
x3 = layers.Concatenate(axis=-1)([a, b])  # concat along the height dimension  # error: CAT201
x4 = layers.Concatenate(axis=2, name="concat_height")([a, b])  # error: CAT201 "the layer's name 'concat_height'"

WIDTH_AXIS = 1
HEIGHT = 2
x5 = layers.Concatenate(axis=WIDTH_AXIS)([a, b])  # error: CAT201 "axis=WIDTH_AXIS says width"
x6 = tf.concat([a, b], axis=HEIGHT)  # error: CAT201


def concat_width(left, right):
    return layers.Concatenate(axis=1)([left, right])  # error: CAT201 "concat_width"


concat_width(a, b)


def join(left, right):
    """Joins two maps along the height axis."""
    return layers.Concatenate(axis=-1)([left, right])  # error: CAT201 "docstring"


join(a, b)

cropped_height = layers.Cropping2D(((0, 0), (4, 4)))(a)  # error: CAT201 "crops axis 2 (width)"
padded_width = layers.ZeroPadding2D(((1, 1), (0, 0)))(a)  # error: CAT201
wide = layers.UpSampling2D((2, 1))(a)  # upsample along the width  # error: CAT201
mean = tf.reduce_mean(a, axis=1)  # average over the width  # error: CAT201
top, bottom = tf.split(a, 2, axis=2)  # split along the height axis  # error: CAT201

s = keras.Input((20, 8))
t = keras.Input((20, 8))
u = layers.Concatenate(axis=1)([s, t])  # join along the feature axis  # error: CAT201
v = layers.Concatenate(axis=-1)([s, t])  # concatenate along the time dimension  # error: CAT201
w = layers.Concatenate(axis=1)([a, b])  # width  # error: CAT201 "the comment says width"
concat_rows = layers.Concatenate(axis=2)([a, b])  # error: CAT201 "concat_rows says height"
left_width, right_width = tf.split(a, 2, axis=1)  # error: CAT201
fewer = layers.Cropping2D(((1, 1), (0, 0)))(a)  # crop columns  # error: CAT201
weights = layers.Softmax(axis=2)(s)  # softmax over time  # error: CAT201 "normalises along axis 2 (features)"
x7 = tf.concat([a, b], HEIGHT)  # error: CAT201 "axis=HEIGHT says height"
wide_concat_width = layers.Concatenate(axis=1)([a, b])  # join along the width  # error: CAT201 "wide_concat_width and the comment say width"
p8 = keras.Input((32, 64, 8))
q8 = keras.Input((32, 64, 8))
x8 = layers.Concatenate(axis=3)([p8, q8])  # join along the hgt  # error: CAT201 "says height"
x9 = layers.Concatenate(axis=3)([p8, q8])  # join along the wid axis  # error: CAT201 "says width"
x10 = layers.Concatenate(axis=1)([p8, q8])  # join along the ch axis  # error: CAT201 "says channels"
x11 = layers.Concatenate(name="decoder_concat_width")([p8, q8])  # error: CAT201 "says width"
