"""A small U-Net on images whose size can't be halved twice."""

import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


def unet(size, filters=16):
    image = keras.Input((size, size, 3))
    first = block(image, filters)
    second = block(layers.MaxPooling2D(2)(first), 2 * filters)
    bottom = block(layers.MaxPooling2D(2)(second), 4 * filters)

    up = layers.UpSampling2D(2)(bottom)
    up = block(layers.Concatenate()([up, second]), 2 * filters)
    up = layers.UpSampling2D(2)(up)
    up = block(layers.Concatenate()([up, first]), filters)
    return keras.Model(image, layers.Conv2D(1, 1)(up))


model = unet(450)
