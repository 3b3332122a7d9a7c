"""Sides of a picture whose channels are first or last, and behind what leaves it upright."""

from keras import backend as K


def check(input_shape, factor):
    w, h = input_shape[:2] if K.image_data_format() == "channels_last" else input_shape[1:]  # error: CAT203
    return h % factor, w % factor


def gram(x):
    x = K.permute_dimensions(x, (0, 3, 1, 2))
    shape = K.shape(x)
    B, C, W, H = shape[0], shape[1], shape[2], shape[3]  # error: CAT203
    return K.reshape(x, (B, C, H * W))
