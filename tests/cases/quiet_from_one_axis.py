"""Squares, the two formats, sides of several pictures, pictures that may have another rank."""

import numpy as np
import tensorflow as tf
from keras import backend as K
from keras import layers

images = np.load("images.npy")
size = images.shape[1]
img_height = img_width = images.shape[1]
channels = images.shape[3]
conv = layers.Conv2D(8, 3)


def of_either_format(x):
    if K.image_data_format() == "channels_first":
        channels, height, width = x.shape[1], x.shape[2], x.shape[3]
    else:
        height = x.shape[1]
        width = x.shape[2]
        channels = x.shape[3]
    return height * width * channels


def in_front(x):
    n_channels = x.shape[1]
    height = x.shape[2]
    width = x.shape[3]
    return n_channels * height * width


def of_two(x, mask):
    height = x.shape[1]
    mask_width = mask.shape[1]
    width = x.shape[2]
    depth = x.shape[3]
    return height * width * mask_width * depth


def load(path):
    image = tf.io.read_file(path)
    image = tf.image.decode_image(image)
    frames = tf.shape(image)[0]
    width = tf.shape(image)[2]
    return frames, width


def read(path):
    image = tf.image.decode_png(tf.io.read_file(path))
    height = tf.shape(image)[0]
    width = tf.shape(image)[1]
    return height, width
