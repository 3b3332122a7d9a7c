"""Sizes without names of their own: what a name for both says, or the comment beside them."""

import keras
import tensorflow as tf
from PIL import Image

TARGET_WH = (320, 240)
SIZE = (240, 320)  # width, height
IMAGE_SHAPE = (240, 320, 3)  # (width, height, channels)
net_hw = [180, 320]
w, h = net_hw  # error: CAT203 "that is (height, width)"


def prepare(image):
    image = tf.image.resize(image, TARGET_WH)  # error: CAT202 "its name says (width, height)"
    image = tf.image.resize(image, SIZE)  # error: CAT202 "the comment says width, height"
    return tf.image.resize(image, (240, 320))  # w x h  # error: CAT202 "the comment says w x h"


def thumbnail(path):
    return Image.open(path).resize(net_hw)  # error: CAT202 "its name says (height, width)"


a = keras.Input(IMAGE_SHAPE)  # error: CAT202 "wanted as (height, width, channels), but the comment says (width"
b = keras.Input((240, 320, 3))  # width, height, channels  # error: CAT202
x = keras.layers.ReLU()(keras.layers.Conv2D(8, 3)(a))
