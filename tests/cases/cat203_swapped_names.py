"""Names that are swapped where they are read, so that what is given by them is right."""

import keras
from keras import layers


def pyramid(x, bins):
    w = x.shape[1]  # error: CAT203 "height before the width"
    h = x.shape[2]
    for size in bins:
        x = layers.AveragePooling2D((w // size, h // size), strides=(w // size, h // size))(x)
    return layers.Resizing(w, h)(x)


start = layers.Conv2D(64, 3, padding="same")(keras.Input((4, 4, 256)))
batch, width, height, channels = start.shape  # error: CAT203
noise = layers.Reshape((1, 1, 100))(keras.Input((100,)))
picture = layers.Conv2DTranspose(64, 4)(noise)
batch, width, height, channels = picture.shape  # error: CAT203
