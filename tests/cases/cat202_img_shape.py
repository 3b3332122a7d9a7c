"""Shapes of images by other names, and with the channels before the sides."""

import argparse

import keras
import numpy as np
from keras import layers
from nets import make

options = argparse.ArgumentParser().parse_args([])
img_shape = (options.img_cols, options.img_rows, 3)  # error: CAT202 "(height, width, channels)"
network = make(img_shape)
img_rows, img_cols = 28, 32
x_train, x_test = np.zeros((10, 28, 32)), np.zeros((4, 28, 32))
x_train = x_train.reshape(x_train.shape[0], 1, img_cols, img_rows)  # error: CAT202
x_test = np.reshape(x_test, (-1, 1, img_cols, img_rows))  # error: CAT202 "channels, height, width"
x = layers.Conv2D(8, 3)(keras.Input((28, 32, 1)))


class Gan:
    def __init__(self):
        self.image_shape = (img_cols, img_rows, 1)  # error: CAT202
