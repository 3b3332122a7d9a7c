"""Kernels with arrows between them, sizes that fit, layers that are called on other maps."""

import keras
from keras import layers


def reduction(x):
    a = layers.Conv2D(8, 3, strides=2)(x)
    b = layers.MaxPooling2D(3, strides=2)(x)
    return layers.Concatenate()([a, b])


image = keras.Input((35, 35, 3))
# Reduction A - 35 x 35 --> 17 x 17
small = reduction(image)
# 299 x 299 -> 149 x 149 in the paper
smaller = reduction(small)
# bottleneck: 1x1 -> 3x3
x = layers.Conv2D(8, 3, padding="same")(layers.Conv2D(8, 1)(smaller))
flat = layers.Flatten()(x)  # 8*8*8
flat = layers.Flatten()(x)  # 8 * 8 * 8 = 512
numbers = layers.Dense(4 * 4 * 96)(flat)  # 4*4*96

model = keras.Sequential()
model.add(keras.Input((6272,)))
# foundation for 7x7 image
model.add(layers.Reshape((7, 7, 128)))
# upsample to 14x14
model.add(layers.Conv2DTranspose(128, 4, strides=2, padding="same"))
model.add(layers.LeakyReLU())
# 14x14
model.add(layers.Conv2DTranspose(128, 4, strides=2, padding="same"))


class Discriminator(keras.Model):
    def __init__(self):
        super().__init__()
        # [-1, 32, 32, 256] -> [-1, 34, 34, 256]
        self.pad = layers.ZeroPadding2D()
        # [-1, 32, 32, 256] -> [-1, 31, 31, 512], with the padding above
        self.conv = layers.Conv2D(512, 4)
        # (None, 62, 62, 8) -> (None, 30, 30, 16)
        self.first = layers.Conv2D(16, 3)
        self.second = layers.MaxPooling2D(2)
        # [-1, 31, 31, 512] -> [-1, 31, 31, 1] -> one number for each patch
        self.patches = layers.Conv2D(1, 4)
        # (batch, H, W, 64) -> (batch, H/2, W/2, 64)
        self.pool = layers.MaxPooling2D(2)

    def call(self, inputs):
        return self.patches(self.conv(self.pad(inputs)))


def from_torch(frames, bands):
    x = keras.Input((frames, bands, 64))  # (None, 64, 128, 64)
    x = layers.Conv2D(64, 3, padding="same")(x)  # (None, 64, 128, 64)
    x = layers.Conv2D(32, 3, padding="same")(x)  # (None, 32, 128, 64)
    return layers.MaxPooling2D()(x)  # (None, 32, 64, 32)


photo = keras.Input((40, 60, 3))
photo = layers.Conv2D(16, 3)(photo)  # (, 38, 58, 16)
# global pooling
# pooled.shape = (batch, 1, 1, 16)
pooled = layers.GlobalAveragePooling2D(keepdims=True)(photo)
# what was a map is brought
# to the shape of (None, 7, 7, 64)
vector = layers.Flatten()(pooled)
