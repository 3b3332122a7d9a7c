"""Branches that no call of the file takes: another may."""

import keras
from keras import layers


def net(size=64, batch_norm=False, backbone="small", mix=False):
    inputs = keras.Input((size, size, 3))
    x = layers.Conv2D(16, 3, padding="same")(inputs)
    if batch_norm:
        x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "axis 1, the height"
    if mix:
        y = layers.Concatenate()([x, inputs])  # along the height  # error: CAT201 "says height"
        x = layers.Conv2D(16, 1)(y)
    if backbone == "wide":
        y = layers.Conv2D(16, 3, padding="same")(x)
        x = layers.Concatenate(axis=1)([x, y])  # error: CAT402 "along axis 1, the height"
        x = layers.Conv2D(16, 1)(x)
    elif backbone == "deep":
        x = layers.Conv2D(16, 3)(x)
        x = layers.BatchNormalization(axis=1)(x)  # error: CAT406
    elif backbone == "old":
        x = layers.Conv2D(16, 3, 3, padding="same")(x)  # error: CAT405
    return layers.Conv2D(3, 3)(x)


net()


class Block(keras.Model):
    def __init__(self, filters, stride=1):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3, strides=stride, padding="same")
        if stride != 1:
            self.shortcut = keras.Sequential([
                layers.Conv2D(filters, 1, strides=stride),
                layers.BatchNormalization(axis=1),  # error: CAT406
            ])
        else:
            self.shortcut = lambda x: x

    def call(self, x):
        return self.conv(x) + self.shortcut(x)


Block(16)(keras.Input((32, 32, 16)))


class Net:
    def __init__(self, head="plain"):
        self.head = head

    def build(self, inputs):
        x = layers.Conv2D(16, 3, padding="same")(inputs)
        if self.head == "aspp":
            a = layers.Conv2D(16, 3, dilation_rate=2, padding="same")(x)
            x = layers.Concatenate(axis=2)([x, a])  # error: CAT402
            x = layers.Conv2D(16, 1)(x)
        return x


Net().build(keras.Input((32, 32, 3)))
