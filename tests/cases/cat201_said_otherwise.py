import keras
import tensorflow as tf
from keras import layers, ops

a = keras.Input((64, 48, 32))
b = keras.Input((64, 48, 32))
x = layers.concatenate([a, b], axis=2)  # concat on channels  # error: CAT201
# crop the width by 4 on each side  # error: CAT201 "crops axis 1 (height)"
x = layers.Cropping2D(((4, 4), (0, 0)))(a)
# upsample only in height  # error: CAT201
x = layers.UpSampling2D(size=(1, 2))(a)
x = layers.ZeroPadding2D(((0, 0), (2, 2)))(a)  # pad the height with zeros  # error: CAT201
x = layers.MaxPooling2D((2, 1))(a)  # pool along width only  # error: CAT201 "pools axis 1"
x = layers.AveragePooling2D((2, 1))(a)  # halve the width  # error: CAT201
x = ops.repeat(a, 2, axis=1)  # repeat along width  # error: CAT201 "repeats along"
x = ops.argmax(a, axis=1)  # argmax over the channels  # error: CAT201
# 0 = batch, 1 = width, 2 = height  # error: CAT201
x = layers.concatenate([a, b], axis=1)
top, bottom = ops.split(a, 2, axis=2)  # error: CAT201 "the pair of names top, bottom says height"
left_half, right_half = ops.split(a, 2, axis=1)  # error: CAT201

first = layers.Conv2D(8, 1, data_format="channels_first")(a)
merged_width = layers.concatenate([first, first * 2], axis=2)  # error: CAT201
weights = layers.Reshape((1, 1, 32))(layers.GlobalAveragePooling2D()(a))
merged_width = layers.concatenate([a * weights, b], axis=1)  # error: CAT201


class ConcatWidth(layers.Layer):
    def call(self, inputs):
        return ops.concatenate(inputs, axis=1)  # error: CAT201 "the class's name ConcatWidth says width"


ConcatWidth()([a, b])


def block(x, n):
    one = layers.Conv2D(32, 3, padding="same")(x)
    two = layers.Conv2D(32, 5, padding="same")(x)
    return layers.Concatenate(axis=1, name=f"block{n}_width_concat")([one, two])  # error: CAT201


twice = block(layers.MaxPooling2D((2, 1))(block(a, 1)), 2)
# split the channels into two halves  # error: CAT201
one, two = ops.split(a, 2, axis=2)
# cut 10 columns on the left and 10 on the right  # error: CAT201
x = layers.Cropping2D(((10, 10), (0, 0)))(a)
# all in the channel dimension  # error: CAT201
x = layers.concatenate([layers.UpSampling2D((2, 2))(a), layers.UpSampling2D((2, 2))(b)], axis=1)
# add 2 rows at the top and bottom  # error: CAT201
x = layers.ZeroPadding2D(((0, 0), (2, 2)))(a)


def stitch_horizontally(one, two):
    return layers.concatenate([one, two], axis=1)  # error: CAT201 "the function's name"


pair = stitch_horizontally(a, b)
