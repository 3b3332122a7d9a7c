"""Squares whose channels stand elsewhere than in all others of a function, sizes behind a name."""

from keras import layers


def backbone(inputs):
    # 160,160,3 -> 80,80,32
    x = layers.Conv2D(32, 3, strides=2, padding="same")(inputs)
    # 80,64,80 -> 40,40,128  # error: CAT301 "squares with their channels last"
    x = layers.Conv2D(128, 3, strides=2, padding="same")(x)
    # 40,40,128 -> 20,20,256
    x = layers.Conv2D(256, 3, strides=2, padding="same")(x)
    return x


def pyramid(c3, c5):
    # ------------------------------- #
    #   C3 64, 64, 40 -> 64, 64, 64
    # ------------------------------- #
    p3 = layers.Conv2D(64, 1, padding="same")(c3)
    # ------------------------------- #
    #   C5 16, 16, 320 -> 8, 8, 64
    # ------------------------------- #
    p6 = layers.Conv2D(64, 1, padding="same")(c5)
    p6 = layers.MaxPooling2D(3, strides=2, padding="same")(p6)
    # ------------------------------- #
    #   P6_in 8, 8, 64 -> 4, 64, 4  # error: CAT301 "squares with their channels last"
    # ------------------------------- #
    p7 = layers.MaxPooling2D(3, strides=2, padding="same")(p6)
    return p3, p6, p7


def levels(c3, c4):
    #   C3 64, 64, 40 -> 64, 128, 40  # error: CAT301 "the same proportions"
    p3_in = c3
    p3_in = layers.Conv2D(64, 1, padding="same")(p3_in)
    #   C4 32, 32, 112 -> x为32, 32, 64
    p4_in = c4
    p4_in = layers.Conv2D(64, 1, padding="same")(p4_in)
    # 32, 32, 64 -> 16, 16, 64
    p5_in = layers.MaxPooling2D(3, strides=2, padding="same")(p4_in)
    return p3_in, p4_in, p5_in


class Block(layers.Layer):
    """A layer of the file's own."""

    def __init__(self, filters, strides):
        super().__init__()
        self.conv = layers.Conv2D(filters, 3, strides=strides, padding="same")

    def call(self, inputs):
        return self.conv(inputs)


class Stack:
    def __init__(self):
        # 224x224x3
        self.body = [
            layers.Conv2D(32, 3, strides=2, padding="same"),
            # 112x112x32
            Block(16, 1),
            # 112x112x16
            Block(24, 2),
            # 56x56x24
            Block(32, 2),
            # 28x14x32  # error: CAT301 "the same proportions"
            Block(64, 2),
            # 14x14x64
            Block(96, 1),
        ]
