"""The same where it is right, turned in the call, or said of something else."""

import keras
import numpy as np
import tensorflow as tf
from PIL import Image

TARGET_WH = (320, 240)
TARGET_HW = (240, 320)
SIZE = (240, 320)  # height, width
IMAGE_SHAPE = (240, 320, 3)  # (height, width, channels)
BATCH_SHAPE = (8, 240, 320, 3)  # batch, height, width, channels
TILES = (4, 3)  # cols, rows of the sheet
w, h = TARGET_WH
h, w = TARGET_HW
x1, y1 = TARGET_WH


def prepare(image, box_wh):
    image = tf.image.resize(image, TARGET_WH[::-1])
    image = tf.image.resize(image, TARGET_HW)
    image = tf.image.resize(image, SIZE)
    grid = np.zeros((3, 4, 2))  # w, h of each cell
    width, height = box_wh
    return tf.image.resize(image, (240, 320)), grid, width * height  # height, width


def thumbnail(path):
    return Image.open(path).resize(TARGET_WH)


a = keras.Input(IMAGE_SHAPE)
b = keras.Input((240, 320, 3))  # height, width, channels
c = keras.Input((240, 320, 3))  # RGB
x = keras.layers.ReLU()(keras.layers.Conv2D(8, 3)(a))
