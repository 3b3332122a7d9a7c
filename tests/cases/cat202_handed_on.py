"""Sizes that reach their use as a whole, or part by part."""

import keras
from keras import layers
from nets import make
from tensorflow.python.ops import ctc_ops as ctc_ops_of_old

img_width, img_height, channels = 320, 240, 3
IMG_SIZE = (img_width, img_height)
input_shape = (img_width, img_height, channels)  # error: CAT202 "(height, width, channels)"

network = make(input_shape, 10)
keras.Input((IMG_SIZE[0], IMG_SIZE[1], 3))  # error: CAT202 "(height, width, channels)"
layers.Resizing(IMG_SIZE[0], IMG_SIZE[1])
layers.Reshape((76800,), input_shape=(img_width, img_height))  # error: CAT202 "(height, width)"
flat = keras.Input(shape=(img_width, img_height))  # error: CAT202 "(height, width)"
flat = layers.Flatten()(flat)


class Net:
    def __init__(self, width, height):
        self.input_shape = (width, height, 3)  # error: CAT202 "(height, width, channels)"


def discriminator(size=[img_width, img_height]):
    return keras.Input([size[0], size[1], 3])  # error: CAT202 "where it is defined"
