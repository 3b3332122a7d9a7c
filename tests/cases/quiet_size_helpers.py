"""Functions of the file that take a size, and may well be given the other side first."""

import cv2
import keras
import tensorflow as tf
from keras import layers

IMG_HEIGHT, IMG_WIDTH = 96, 128


def either(frame, size):
    if frame.ndim == 2:
        return tf.image.resize(frame, size)
    return cv2.resize(frame, size)


def turned_size(image, size):
    size = size[::-1]
    return cv2.resize(image, size)


def rows_first(image, size):
    return cv2.resize(image, (size[1], size[0]))


def rotate(image, height, width):
    return image[:width, :height]


def fit(image, width, height):
    return cv2.resize(image, (width, height))


def fit_twice(image, height, width):
    portrait = rotate(image, width, height)
    return fit(portrait, width, height), either(image, (height, width))


def blocks(x, height, width):
    rows, cols = width, height
    return layers.Reshape((height, width, 3))(x), rows, cols


def load(path, box):
    image = cv2.imread(path)
    image = turned_size(image, (IMG_HEIGHT, IMG_WIDTH))
    image = rows_first(image, (IMG_HEIGHT, IMG_WIDTH))
    image = fit(image, IMG_WIDTH, IMG_HEIGHT)
    return fit(image, *box)


model = keras.Sequential([keras.Input((IMG_HEIGHT, IMG_WIDTH, 3)), layers.Conv2D(8, 3)])
