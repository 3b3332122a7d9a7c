"""A function whose Input is of constants: all of its comments are about another image, and stale."""

import keras
from keras import layers

img_height, img_width = 224, 224
rows = 96


def up(filters):
    return keras.Sequential([layers.Conv2DTranspose(filters, 3, strides=2, padding="same")])


ups = [
    up(64),  # 4x4 -> 8x8  # error: CAT301 "axis 1 (height) is 14, not 8"
    up(32),  # 8x8 -> 16x16  # error: CAT301 "axis 1 (height) is 28, not 16"
]


def network(classes):
    image = keras.Input(shape=[img_height, img_width, 3])
    x = layers.MaxPooling2D(32)(image)
    for layer in ups:
        x = layer(x)
    last = layers.Conv2DTranspose(classes, 3, strides=2, padding="same")  # 16x16 -> 32x32  # error: CAT301 "is 56, not 32"
    return keras.Model(image, last(x))


network(3)


def told(rows):
    """Here it is not the module's."""
    image = keras.Input((rows, rows, 3))  # (128, 128, 3)
    return layers.MaxPooling2D(2)(image)  # (64, 64, 3)


told(64)
