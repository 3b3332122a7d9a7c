"""Letters that a script has for numbers and papers for axes; classes that a caller will count."""

import keras
from keras import layers

C = 3  # colours
B = 16

inputs = keras.Input((32, 32, C))


def block(x):
    x = layers.Conv2D(8, 3, padding="same")(x)  # (B, H, W, C)
    # (B, H, W, C): as many as before
    return layers.Conv2D(8, 3, padding="same")(x)


model = keras.Model(inputs, block(inputs))


class Head(keras.layers.Layer):
    def __init__(self, num_classes):
        super().__init__()
        self.box = layers.Conv2D(4, 1)
        self.classes = layers.Conv2D(num_classes, 1)

    def call(self, x):
        box = self.box(x)  # (B, H, W, 4)
        seen = self.classes(x)  # (B, H, W, 1)
        return layers.concatenate([box, seen])  # (B, H, W, 5)


class Detector(keras.Model):
    def __init__(self, num_classes=20, size=64):
        super().__init__()
        self.stem = layers.Conv2D(8, 3, strides=2)
        self.head = Head(num_classes)
        self.head(self.stem(keras.ops.zeros((1, size, size, 3))))

    def call(self, x):
        return self.head(self.stem(x))
