import keras
import tensorflow as tf
from keras import layers, ops

a = keras.Input((64, 48, 32))
b = keras.Input((64, 48, 32))
x = layers.concatenate([a, b], axis=2)  # concat on channels last models
x = layers.concatenate([a, b], axis=1)  # stack in width x height order
x = layers.concatenate([a, b], axis=1)  # doubles the height, width stays
x = layers.concatenate([a, b], axis=-1)  # combine with the height map
# pad the height dimension to match the width
x = layers.ZeroPadding2D(((0, 0), (2, 2)))(a)
x = layers.MaxPooling2D((2, 1))(a)  # keep the width, halve the height
x = layers.MaxPooling2D((2, 2))(a)  # pool over width
x = layers.concatenate([a, b], axis=3)  # 3 channels
# 0 = batch, 1 = height, 2 = width
x = layers.concatenate([a, b], axis=1)
# 1 = width of the image in which the 2 parts lie
x = layers.concatenate([a, b], axis=1)
x = ops.argmax(a, axis=-1)  # argmax over channels
left, right = ops.split(a, 2, axis=2)
left, right = ops.split(a, 2, axis=-1)
top, bottom = ops.split(a, 2, axis=1)
top, rest = ops.split(a, 2, axis=2)

first = layers.Conv2D(8, 1, data_format="channels_first")(a)
merged_height = layers.concatenate([first, first * 2], axis=2)
inception_3c_pool = layers.MaxPooling2D(3, strides=2)(a)
mixed_4h_concat = layers.concatenate([a, b], axis=-1)


class ConcatHeight(layers.Layer):
    def call(self, inputs):
        return ops.concatenate(inputs, axis=1)


class WidthAttention(layers.Layer):
    def call(self, inputs):
        return ops.mean(inputs, axis=1)


WidthAttention()(ConcatHeight()([a, b]))


def block(x, n, side):
    one = layers.Conv2D(32, 3, padding="same")(x)
    two = layers.Conv2D(32, 5, padding="same")(x)
    return layers.Concatenate(axis=1, name=f"{side}_concat_{n}")([one, two])


twice = block(block(a, 1, "width"), 2, "height")
# spliced in the channel dimension
x = layers.concatenate([layers.UpSampling2D((2, 2))(a), layers.UpSampling2D((2, 2))(b)], axis=3)
# the width grows
x = layers.add([layers.UpSampling2D((1, 2))(a), layers.concatenate([a, b], axis=2)])
# cut 10 rows from the top and 10 from the bottom
x = layers.Cropping2D(((10, 10), (0, 0)))(a)
# pad what is left of the picture, and then right
x = layers.ZeroPadding2D(((1, 1), (0, 0)))(a)
# split the channels into two halves
one, two = ops.split(a, 2, axis=-1)
# add 2 rows at the top and bottom
x = layers.ZeroPadding2D(((2, 2), (0, 0)))(a)


def stitch_horizontally(one, two):
    return layers.concatenate([one, two], axis=2)


pair = stitch_horizontally(a, b)
