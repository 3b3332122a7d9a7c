"""A function may get its sizes from elsewhere: its other comments tell whether one is wrong."""

import keras
from keras import layers


def classifier(height=64, width=64, classes=1000):
    image = keras.Input((height, width, 3))  # output(None, 64, 64, 3)
    x = layers.Conv2D(48, 3, padding="same")(image)  # output(None, 64, 64, 48)
    x = layers.MaxPooling2D()(x)  # output(None, 32, 32, 24)  # error: CAT301 "axis 3 (channels) is 48, not 24"
    x = layers.Conv2D(64, 3)(x)  # output(None, 30, 30, 64)
    x = layers.MaxPooling2D()(x)  # output(None, 15, 30, 64)  # error: CAT301 "axis 2 (width) is 15, not 30"
    x = layers.Flatten()(x)  # output(None, 15*15*64)
    x = layers.Dense(classes)(x)  # output(None, 5)
    return keras.Model(image, x)


classifier(height=64, width=64, classes=5)


def encoder(size=128):
    image = keras.Input((size, size, 3))  # (None, 128, 128, 3)
    x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # (None, 64, 64, 16)
    x = layers.Conv2D(32, 3, strides=2, padding="same")(x)  # (None, 16, 16, 32)  # error: CAT301
    return x


def widened(image):
    x = layers.Conv2D(16, 3)(image)  # (b, 62, 62, 16)
    x = layers.Conv2D(24, 3)(x)  # (b, 60, 60, 24)
    x = layers.ReLU()(x)  # (b, 60, 60, 16)  # error: CAT301 "axis 3 (channels) is 24, not 16"
    return x


def stages(image):
    # 64,64,3 -> 32,32,16
    x = layers.Conv2D(16, 3, padding="same")(image)
    x = layers.MaxPooling2D()(x)
    first = x

    # 32,32,16 -> 16,16,64  # error: CAT301 "axis 3 (channels) is 32, not 64"
    x = layers.Conv2D(32, 3, padding="same")(x)
    x = layers.MaxPooling2D()(x)
    second = x

    # 16,16,32 -> 16,16,48 -> 16,16,64
    x = layers.Conv2D(48, 3, padding="same")(x)
    x = layers.Conv2D(64, 3, padding="same")(x)
    third = x
    return first, second, third


stages(keras.Input((64, 64, 3)))

a = keras.Input((8, 8, 4))
b = layers.Conv2D(16, 1)(a)  # 8x8x32 maps, of which the decoder takes the last ones  # error: CAT301
c = layers.Concatenate()([a, b])  # Shape=8x8x21 (extra channels are those of the label)  # error: CAT301
# the first one, which takes (8, 8, 16) and outputs (8, 8, 32)  # error: CAT301
d = layers.Conv2D(24, 3, padding="same")(b)
e = layers.MaxPooling2D()(d)  # from there it outputs 8 x 8  # error: CAT301 "axis 1 (height) is 4, not 8"
f = layers.Dense(32)(layers.Flatten()(a))  # N x 64  # error: CAT301
g = layers.Reshape((64, 4))(a)  # b, 8*8, 8  # error: CAT301 "axis 2 (features) is 4, not 8"

h = layers.Dense(8 * 8 * 16)(keras.Input((100,)))
h = layers.Reshape((8, 8, 16))(h)
# upsample to 16x32  # error: CAT301 "axis 2 (width) is 16, not 32"
h = layers.Conv2DTranspose(16, 4, strides=2, padding="same")(h)
i = layers.Reshape((-1, 8))(keras.Input((None, None, 16)))  # (batch, n_boxes_total, 4)  # error: CAT301


def dense(z):
    x = layers.Dense(3 * 3 * 512)(z)  # [b, 100] => [b, 9216]  # error: CAT301 "axis 1 (features) is 4608, not 9216"
    return x


dense(keras.Input((100,)))


def larger(size=224):
    image = keras.Input((size, size, 3))
    x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # 208,208,16
    x = layers.Conv2D(32, 3, strides=2, padding="same")(x)  # 104,104,32
    x = layers.Conv2D(64, 3, strides=2, padding="same")(x)  # 52,52,128  # error: CAT301 "axis 3 (channels) is 64, not 128"
    return x


def gathered(points, rank=0):
    x = layers.Dense(2)(points)  # (b, k, 4)  # error: CAT301 "axis 2 (features) is 2, not 4"
    return x


gathered(keras.Input((100, 8)))


def maps(x):
    # 16,16,64 -> 8,8,256  # error: CAT301 "axis 3 (channels) is 64, not 256"
    y = layers.MaxPooling2D()(layers.Conv2D(64, 3, padding="same")(x))
    y = layers.Conv2D(32, 1)(y)  # (b, 8, 8, 32)
    y = layers.Conv2D(16, 1)(y)  # (b, 8, 8, 16)
    return y


def tall(z):
    x = layers.Reshape((8, 8, 16))(layers.Dense(8 * 8 * 16)(z))  # 8x8
    # upsample to 16x16
    x = layers.Conv2DTranspose(16, 4, strides=2, padding="same")(x)
    x = layers.LeakyReLU()(x)
    # upsample to 32x64  # error: CAT301 "axis 2 (width) is 32, not 64"
    x = layers.Conv2DTranspose(16, 4, strides=2, padding="same")(x)
    x = layers.LeakyReLU()(x)
    return x


tall(keras.Input((100,)))


def levels(size=(96, 96, 1)):
    x = keras.Input(size)
    x = layers.Conv2D(32, 3, padding="same")(x)
    x = layers.MaxPooling2D()(x)  # 96x96
    x = layers.Conv2D(64, 3, padding="same")(x)
    x = layers.MaxPooling2D()(x)  # 48x48
    x = layers.Conv2D(64, 3, padding="same")(x)  # 24x24
    return layers.MaxPooling2D()(x)  # (None, 12, 24, 64)  # error: CAT301 "axis 2 (width) is 12, not 24"
