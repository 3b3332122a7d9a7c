"""Comments that are about the sizes that another file gives, or about a part of what follows."""

import keras
from keras import layers


def encoder(size=224):
    # 416,416,3 -> 208,208,16
    image = keras.Input((size, size, 3))
    x = layers.Conv2D(16, 3, strides=2, padding="same")(image)
    # 208,208,16 -> 104,104,32
    x = layers.Conv2D(32, 3, strides=2, padding="same")(x)
    # 104,104,32 -> 52,52,64
    x = layers.Conv2D(64, 3, strides=2, padding="same")(x)
    return x


def classifier(height=64, width=64, classes=1000):
    image = keras.Input((height, width, 3))  # output(None, 64, 64, 3)
    x = layers.Conv2D(48, 3, padding="same")(image)  # output(None, 64, 64, 48)
    x = layers.GlobalAveragePooling2D()(x)  # output(None, 48)
    x = layers.Dense(classes)(x)  # output(None, 5)
    return keras.Model(image, x)


def segmenter(shape=(64, 64, 3), classes=21):
    image = keras.Input(shape)
    # 64,64,3 -> 32,32,2 -> 64,64,2
    size = keras.ops.shape(image)
    x = layers.Conv2D(classes, 3, strides=2, padding="same")(image)
    x = layers.UpSampling2D()(x)
    return x, size


def heads(image):
    # 32,32,16 -> 16,16,16 -> 16,16,8 -> 32,32,8
    x = layers.MaxPooling2D()(image)
    x = layers.Conv2D(8, 1)(x)
    x = layers.UpSampling2D()(x)
    return x


heads(keras.Input((32, 32, 16)))

a = keras.Input((8, 8, 4))
b = layers.Conv2D(16, 3, padding="same")(a)  # 3x3x32 filters of the first version
c = layers.Conv2D(16, 1)(a)  # 8x8x32 if the images are larger
c = layers.Conv2D(16, 1)(a)  # 8x8x32 would be more than it needs
d = layers.Flatten()(a)  # N x M
# the input is 16 x 16, the output 8 x 8
e = layers.Conv2D(4, 3, padding="same")(a)


def stem(size=224):
    image = keras.Input((size, size, 3))
    x = layers.Conv2D(64, 7, strides=2, padding="same")(image)

    # 208,208,64 -> 104,104,64 -> 104,104,256
    x = layers.MaxPooling2D(3, strides=2, padding="same")(x)

    x = layers.Conv2D(256, 1)(x)
    x = layers.ReLU()(x)

    # 104,104,256 -> 52,52,512
    x = layers.Conv2D(512, 3, strides=2, padding="same")(x)
    x = layers.ReLU()(x)
    return x


# (C, 8, 8)
f = layers.Conv2D(4, 3, padding="same")(a)


class Reader:
    # another file gives the shape of its lines of text

    def __init__(self, shape=(40, 40, 1), units=96):
        self.shape = shape
        self.units = units

    def network(self):
        image = keras.Input(self.shape)  # 100x32x1
        x = layers.ZeroPadding2D(2)(image)  # 104x36x1
        x = layers.Conv2D(16, 3, padding="same")(x)
        x = layers.MaxPooling2D()(x)  # 52x18x16
        x = layers.Dense(self.units)(x)  # (None, 52, 18, 128)
        return keras.Model(image, x)


widths = [32, 32, 42, 44]
# [32, 51, 50, 25]
g = layers.Conv2D(widths[0], 3)(a)


def judge(input_shape):
    image = keras.Input(input_shape)  # 256x256x3
    return keras.Model(image, layers.Conv2D(1, 4)(image))


if __name__ == "__main__":
    judge((128, 128, 3)).summary()
