"""The same in their order; a shape of which nothing tells."""

import cv2
import keras
from keras import layers


def net(input_shape):
    img_h, img_w = input_shape[0], input_shape[1]
    x = layers.Conv2D(8, 3)(keras.Input(shape=input_shape))
    return layers.Resizing(img_h, img_w)(x)


def screen(window_shape):
    width, height = window_shape[0], window_shape[1]
    return width * height


def pyramid(lower):
    batch_size_lo, fmap_height_lo, fmap_width_lo, filters_lo = lower.get_shape().as_list()
    return fmap_width_lo, fmap_height_lo


def film(path, volume):
    frame = cv2.imread(path)
    height, width, layers_ = frame.shape
    width, height, slices = volume.shape
    size = cv2.imread(path).shape[:2]
    h, w = size
    return width, height, w, h, slices


def loss(y_true, volumes):
    n, h, w, q = y_true.shape
    x, width, height, z = volumes.shape
    return n, h, w, q, x, width, height, z
