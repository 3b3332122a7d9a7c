"""One map with two sides among squares, in functions whose image nobody gives."""

import keras
from keras import layers


def encoder(image):
    # 512,512,3 -> 512,512,64
    x = layers.Conv2D(64, 3, padding="same")(image)
    feat1 = x
    # 512,512,64 -> 256,256,64
    x = layers.MaxPooling2D(2, strides=2)(x)

    # 256,256,64 -> 256,256,128
    x = layers.Conv2D(128, 3, padding="same")(x)
    feat2 = x
    # 256,512,128 -> 128,128,128  # error: CAT301 "says 256,512,128" "proportions"
    x = layers.MaxPooling2D(2, strides=2)(x)
    return feat1, feat2, x


def separable(shape=(None, None, 3)):
    image = x = keras.Input(shape)
    x = layers.Conv2D(32, 3, strides=2, padding="same")(x)
    x = layers.BatchNormalization()(x)
    x = layers.Activation("relu")(x)
    # (224,112,32)  # error: CAT301 "says (224,112,32)"

    x = layers.DepthwiseConv2D(3, padding="same")(x)
    x = layers.Conv2D(64, 1)(x)
    x = layers.Activation("relu")(x)
    # (112,112,64)

    x = layers.DepthwiseConv2D(3, strides=2, padding="same")(x)
    # (56,56,64)
    x = layers.Conv2D(128, 1)(x)
    # (56,56,128)

    x = layers.DepthwiseConv2D(3, strides=2, padding="same")(x)
    # (28,28,128)
    x = layers.Conv2D(256, 1)(x)
    return keras.Model(image, x)


class Extractor(layers.Layer):
    def __init__(self, pool, block):
        super().__init__()
        self.c1 = block(8, 3, stride=2)  # 192 x 256
        self.p1 = pool(name="pool_1")  # 96 x 128
        self.c2 = block(16, 3)
        self.p2 = pool(name="pool_2")  # 48 x 128  # error: CAT301 "says 48 x 128"
        self.c3 = block(32, 3)
        self.p3 = pool(name="pool_3")  # 24 x 32
        self.p4 = pool(name="pool_4")  # 12 x 16
