"""Networks for images of any size, commented for one of them."""

import keras
from keras import layers


def encoder():
    image = keras.Input((None, None, 3))
    a = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # (bs, 128, 128, 16)
    b = layers.Conv2D(32, 3, strides=2, padding="same")(a)  # (bs, 64, 64, 32)
    c = layers.Conv2D(64, 3, strides=2, padding="same")(b)  # (bs, 32, 32, 64)
    d = layers.ZeroPadding2D()(c)  # (bs, 36, 34, 64)  # error: CAT301 "256 x 256" "34 x 34 here"
    e = layers.Conv2D(64, 4)(d)  # (bs, 31, 31, 64)
    return keras.Model(image, e)


def wide():
    image = keras.Input((None, None, 3))
    a = layers.MaxPooling2D()(image)  # 120 x 160 x 3
    b = layers.MaxPooling2D()(a)  # 60 x 80 x 3
    c = layers.MaxPooling2D()(b)  # 30 x 40 x 3
    d = layers.UpSampling2D()(c)  # 60 x 80 x 3
    e = layers.UpSampling2D()(d)  # 60 x 80 x 3  # error: CAT301 "which is 120 x 160 here"
    return keras.Model(image, e)


def of_two_images():
    image = keras.Input((None, None, 3))
    a = layers.MaxPooling2D()(image)  # (128, 128, 3)
    b = layers.MaxPooling2D()(a)  # (64, 64, 3)
    c = layers.MaxPooling2D()(b)  # (28, 28, 3)
    d = layers.MaxPooling2D()(c)  # (14, 14, 3)
    e = layers.MaxPooling2D()(d)  # (7, 7, 3)
    return keras.Model(image, e)


def few():
    image = keras.Input((None, None, 3))
    a = layers.MaxPooling2D()(image)  # (128, 128, 3)
    b = layers.MaxPooling2D()(a)  # (32, 32, 3)
    c = layers.MaxPooling2D()(b)  # (32, 32, 3)
    return keras.Model(image, c)


def said_of_what_goes_in():
    image = keras.Input((None, None, 3))  # (256, 256, 3)
    a = layers.MaxPooling2D()(image)  # (256, 256, 3)
    b = layers.MaxPooling2D()(a)  # (128, 128, 3)
    c = layers.MaxPooling2D()(b)  # (64, 64, 3)
    d = layers.MaxPooling2D()(c)  # (32, 32, 3)
    return keras.Model(image, d)
