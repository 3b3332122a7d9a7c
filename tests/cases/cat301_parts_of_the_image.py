"""Sizes as parts of the image's, whatever that is."""

import keras
from keras import layers


def encoder():
    image = keras.Input((None, None, 3))
    a = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # (B, H/2, W/2, 16)
    b = layers.Conv2D(32, 3, strides=2, padding="same")(a)  # (B, H/4, W/4, 32)
    c = layers.Conv2D(64, 3, strides=2, padding="same")(b)  # (B, H/8, W/8, 64)
    d = layers.Conv2D(96, 3, strides=2, padding="same")(c)  # (B, H/32, W/16, 96)  # error: CAT301 "H/16"
    return keras.Model(image, d)


def of_parameters(height, width):
    image = keras.Input((height, width, 3))  # (height, width, 3)
    a = layers.MaxPooling2D()(image)  # (height // 2, width // 2, 3)
    b = layers.MaxPooling2D()(a)  # (height // 4, width // 4, 3)
    c = layers.MaxPooling2D()(b)  # (height // 4, width // 8, 3)  # error: CAT301 "height/8"
    return keras.Model(image, c)


def of_the_map(features):
    image = keras.Input((None, None, 3))
    x = layers.MaxPooling2D(4)(image)  # (H, W, 3)
    a = layers.MaxPooling2D()(x)  # (H/2, W/2, 3)
    b = layers.MaxPooling2D()(a)  # (H/4, W/4, 3)
    return keras.Model(image, b)


def of_two_kinds():
    image = keras.Input((None, None, 3))
    a = layers.MaxPooling2D()(image)  # (H/2, W/2, 3)
    b = layers.MaxPooling2D()(a)  # (H/8, W/8, 3)
    c = layers.MaxPooling2D()(b)  # (H/16, W/16, 3)
    return keras.Model(image, c)


def of_one_comment(w, h):
    image = keras.Input((h, w, 3))
    a = layers.MaxPooling2D(4)(image)  # (h/4, w/8, 3)  # error: CAT301 "w/4"
    return keras.Model(image, a)
