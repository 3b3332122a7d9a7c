"""Maps with two sides that are meant, in functions whose image nobody gives."""

import keras
from keras import layers


def all_squares(image):
    # 512,512,3 -> 512,512,64
    x = layers.Conv2D(64, 3, padding="same")(image)
    # 512,512,64 -> 256,256,64
    x = layers.MaxPooling2D(2, strides=2)(x)
    # 256,256,64 -> 256,256,128
    x = layers.Conv2D(128, 3, padding="same")(x)
    return x


def made_wide(image):
    # 64,64,3 -> 64,64,16
    x = layers.Conv2D(16, 3, padding="same")(image)
    # 64,64,16 -> 32,32,16
    x = layers.MaxPooling2D(2, strides=2)(x)
    # 32,32,16 -> 32,32,32
    x = layers.Conv2D(32, 3, padding="same")(x)
    # 32,32,32 -> 32,64,32
    x = layers.UpSampling2D((1, 2))(x)
    return x


def tiles(image):
    # 64,64,3 -> 64,64,16
    x = layers.Conv2D(16, 3, padding="same")(image)
    y = layers.Conv2D(16, 5, padding="same")(image)
    # 64,64,16 -> 64,64,16
    z = layers.Conv2D(16, 3, padding="same")(x)
    # 128,64,16
    x = layers.Concatenate(axis=1)([y, z])  # the one above the other
    # 128,64,16
    return x


def of_two_images(image):
    # 64,64,3 -> 64,64,16
    x = layers.Conv2D(16, 3, padding="same")(image)
    # 64,64,16 -> 32,32,16
    x = layers.MaxPooling2D(2, strides=2)(x)
    # 64,128,16 -> 32,64,16 for panoramas
    x = layers.Conv2D(16, 3, padding="same")(x)
    # 32,32,16 -> 32,32,32
    x = layers.Conv2D(32, 3, padding="same")(x)
    return x


def few(image):
    # 64,64,3
    x = layers.Conv2D(16, 3, padding="same")(image)
    # 32,64,16
    x = layers.MaxPooling2D(2, strides=2)(x)
    return x


def resized(image):
    # 64,64,3 -> 64,64,16
    x = layers.Conv2D(16, 3, padding="same")(image)
    # 64,64,16 -> 32,32,16
    x = layers.MaxPooling2D(2, strides=2)(x)
    # 32,32,16 -> 32,64,16
    x = layers.Resizing(32, 64)(x)
    return layers.Conv2D(16, 3, padding="same")(x)


def of_words(words, size):
    # 64,64,3 -> 64,64,16
    x = layers.Conv2D(16, 3, padding="same")(words)
    # 64,64,16 -> 32,32,16
    x = layers.MaxPooling2D(2, strides=2)(x)
    # 32,32,16 -> 64,32,8
    x = layers.Reshape((size, size // 2, 8))(x)
    # (64, 32, 8) -> (64, 32, 8)
    return layers.Conv2D(8, 3, padding="same")(x)


class Rounded(layers.Layer):
    def __init__(self, pool, block):
        super().__init__()
        self.c1 = block(8, 3, stride=2)  # 150 x 200
        self.p1 = pool(name="pool_1")  # 75 x 100
        self.p2 = pool(name="pool_2")  # 38 x 50
        self.p3 = pool(name="pool_3")  # 19 x 25
        self.p4 = pool(name="pool_4")  # 10 x 13


def screens(show):
    a = show(1)  # 640x480
    b = show(2)  # 320x240
    c = show(3)  # 160x120
    d = show(4)  # 1280x480
    e = show(5)  # 1280x960
    return a, b, c, d, e
