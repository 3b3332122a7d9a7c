"""What goes in, further back or further down, or what else stands before an arrow."""

import keras
from keras import layers


def block(x, filters, strides=2):
    y = layers.Conv2D(filters, 1, strides=strides)(x)
    y = layers.BatchNormalization()(y)
    return layers.ReLU()(y)


def net(inputs):
    x = layers.ZeroPadding2D(3)(inputs)
    # 600,600,3 -> 300,300,64
    x = layers.Conv2D(64, 7, strides=2)(x)
    x = layers.ReLU()(x)
    x = layers.MaxPooling2D(3, strides=2, padding="same")(x)  # 600,600,3 -> 150,150,64
    # 150,150,64 -> 150,150,256
    x = block(x, 256, strides=1)
    x = block(x, 256, strides=1)
    y = layers.Conv2D(512, 1, strides=2)(x)  # 3x3x256 -> 75x75x512
    z = layers.Conv2D(512, 1, strides=2)(x)  # (None, 150, 150, 256) -> (None, 75, 75, 512)
    w = layers.Flatten()(z)  # 75x75x512 -> 2880000
    # 150x150x256, 75x75x512 -> 75x75x1024
    v = layers.Concatenate()([y, z])
    return v, w


net(keras.Input((600, 600, 3)))
