"""Maps in stacks of layers that only the body of a class calls, and where one call is not known."""

import keras
from keras import layers
from nets import outside


class Stem(layers.Layer):
    def __init__(self, filters, **options):
        super().__init__(**options)
        self.body = keras.Sequential(
            [
                layers.ReLU(),
                layers.Conv2D(filters, 7, strides=2, padding="same"),
                layers.BatchNormalization(axis=1),  # error: CAT406 "axis=-1"
            ]
        )

    def call(self, x):
        return self.body(x)


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.Add()([x, outside(x)])
    return layers.BatchNormalization(axis=1)(x)


def conv(x, filters, activated=True):
    if not activated:
        x = layers.BatchNormalization(axis=1)(x)  # error: CAT406
        return layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.BatchNormalization(axis=1)(x)  # error: CAT406


def net(image, deep):
    x = conv(image, 8)
    x = conv(x, 16, activated=False)
    return conv(deep, 16, activated=False), x


pictures = keras.Input((32, 32, 3))
net(pictures, pictures)
net(pictures, outside(pictures))
