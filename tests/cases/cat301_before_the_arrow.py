"""What a comment says goes in, where what it says comes out is right."""

import keras
from keras import layers


def block(x, filters, strides=2):
    y = layers.Conv2D(filters, 1, strides=strides)(x)
    y = layers.BatchNormalization()(y)
    return layers.ReLU()(y)


def net(inputs):
    x = layers.ZeroPadding2D(3)(inputs)
    # 600,600,6 -> 300,300,64  # error: CAT301 "says 600,600,6 goes in" "(None, 600, 600, 3)"
    x = layers.Conv2D(64, 7, strides=2)(x)
    # 300,300,64 -> 150,150,64
    x = layers.MaxPooling2D(3, strides=2, padding="same")(x)

    # 150,300,64 -> 150,150,256  # error: CAT301 "the code gives (None, 150, 150, 64)"
    x = block(x, 256, strides=1)
    x = block(x, 256, strides=1)
    x = layers.Conv2D(512, 1, strides=2)(x)  # (150, 150, 128) -> (75, 75, 512)  # error: CAT301
    return x


net(keras.Input((600, 600, 3)))
