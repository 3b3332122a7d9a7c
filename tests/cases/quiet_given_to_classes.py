"""Classes and functions that may well be given the other side first, or whose sides turn along."""

import cv2
import keras
import numpy as np
from keras import layers, ops


class Grid:
    def __init__(self, rows, cols):
        self.rows, self.cols = rows, cols


class RotatedImages:
    def __init__(self, folder, height, width):
        self.folder, self.height, self.width = folder, height, width


class Attention(layers.Layer):
    def relative(self, queries, weights, H, W):
        return ops.reshape(queries, (-1, H * W, 64)) + weights

    def call(self, queries, height, width):
        along = self.relative(queries, self.rows, height, width)
        turned = ops.transpose(queries, (0, 2, 1, 3))
        across = self.relative(ops.transpose(queries, (0, 2, 1, 3)), self.columns, width, height)
        return along + across + turned


def read(path, shape):
    return cv2.resize(cv2.imread(path), (shape[0], shape[0]))


def either(path, shape):
    if shape[0] > shape[1]:
        return cv2.resize(cv2.imread(path), (shape[1], shape[0]))
    return cv2.resize(cv2.imread(path), (shape[0], shape[1]))


def twice(path, target_size):
    image = keras.utils.load_img(path, target_size=target_size)
    return image, cv2.resize(cv2.imread(path), dsize=target_size)


def load(path, height, width, Grid=None):
    return Grid(width, height), read(path, (height, width)), either(path, (height, width))


folder, height, width = "images", 96, 128
grid = Grid(height, width)
turned = RotatedImages(folder, width, height)
one = np.zeros((height, width, 3))
two = twice("a.png", (width, height))
model = keras.Sequential([keras.Input((height, width, 3)), layers.Conv2D(1, 3)])
