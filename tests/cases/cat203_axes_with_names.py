"""Sizes of axes with names, in a file that turns its images."""

import cv2
import keras
import numpy as np
from keras import layers


def turned(image):
    return np.rot90(cv2.rotate(image, cv2.ROTATE_90_CLOCKWISE))


def shifted(x, row_axis=1, col_axis=2):
    w, h = x.shape[row_axis], x.shape[col_axis]  # error: CAT203
    return h // 2, w // 2


def unshifted(x, row_axis=1, col_axis=2):
    h, w = x.shape[row_axis], x.shape[col_axis]
    return h // 2, w // 2


y = layers.Conv2D(8, 3)(keras.Input((12, 16, 3)))
