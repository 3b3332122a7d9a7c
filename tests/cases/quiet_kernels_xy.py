"""The sides of a kernel that are called x and y, in either order."""

import keras
from keras import layers


def conv(x, filters, kX, kY, stride):
    x = layers.Conv2D(filters, (kX, kY), strides=stride, padding="same")(x)
    return layers.BatchNormalization()(x)


def pool(x, pool_x, pool_y):
    return layers.MaxPooling2D((pool_x, pool_y))(x)


image = keras.Input((32, 48, 3))
y = conv(image, 8, 3, 3, 1)
z = pool(y, 2, 2)
