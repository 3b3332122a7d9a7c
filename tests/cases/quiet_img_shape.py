"""Shapes of images by other names: taken apart again, or of nothing that is an image."""

import argparse

import keras
import numpy as np
from keras import layers
from nets import make

options = argparse.ArgumentParser().parse_args([])
image_shape = (options.img_cols, options.img_rows, 3)
network = make(image_shape[1], image_shape[0])
img_shape = (options.img_rows, options.img_cols, 3)
network = make(img_shape)
img_rows, img_cols = 28, 32
x_train, x_test = np.zeros((10, 28, 32)), np.zeros((4, 28, 32))
x_train = x_train.reshape(x_train.shape[0], 1, img_rows, img_cols)
grid = np.reshape(x_test, (-1, 2, img_cols, img_rows))
x = layers.Conv2D(8, 3)(keras.Input((28, 32, 1)))
