"""Two sizes of a parameter that fit all that is known of it, or of which nothing is known."""

import cv2
import numpy as np
from keras import Input, layers
from PIL import Image


def letterbox(image, size):
    w, h = size
    frame = Image.new("RGB", size, (128, 128, 128))
    frame.paste(image.resize((w // 2, h // 2)), (0, 0))
    return frame


def in_both_ways(image, size):
    h, w = size
    return cv2.resize(image, size[::-1]), np.zeros(size), w * h


def handed_on(image, size):
    h, w = size
    return prepare(image, size), Image.new("RGB", size), h * w


def prepare(image, size):
    w, h = size
    return image[:h, :w]


def padded(image, target_size):
    h, w = target_size
    return image[:h, :w]


def grids(grid_shape):
    w, h = grid_shape
    return [Input((h // 32, w // 32, 18)), Input((h // 16, w // 16, 18))]


def patches(x, input_shape=(64, 96, 3)):
    rows, cols = input_shape[:2]
    steps, width = input_shape[1:]
    return layers.Reshape((rows * cols // 256, -1))(x), steps, width
