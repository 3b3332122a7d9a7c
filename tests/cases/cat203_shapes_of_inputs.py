"""The order of sizes by what a shape is given to, and by names with more in them."""

import cv2
import keras
from keras import layers


def net(input_shape):
    img_w, img_h = input_shape[0], input_shape[1]  # error: CAT203 "a shape gives the height before the width"
    x = layers.Conv2D(8, 3)(keras.Input(shape=input_shape))
    return layers.Resizing(img_h, img_w)(x)


def pyramid(lower, upper):
    batch_size_lo, fmap_width_lo, fmap_height_lo, filters_lo = lower.get_shape().as_list()  # error: CAT203 "the height before the width"
    batch_size_up, fmap_height_up, fmap_width_up, filters_up = upper.get_shape().as_list()
    return fmap_width_lo - fmap_width_up, fmap_height_lo - fmap_height_up


def film(path):
    frame = cv2.imread(path)
    width, height, layers_ = frame.shape  # error: CAT203 "the height before the width"
    size = cv2.imread(path).shape[:2]
    w, h = size  # error: CAT203 "the height before the width"
    return width, height, w, h


def loss(y_true, images):
    n, w, h, q = y_true.shape  # error: CAT203 "the height before the width"
    amount, width, height, c = images.shape  # error: CAT203 "the height before the width"
    return n, w, h, q, amount, width, height, c
