"""Sizes of which a comment says that they become others; a Flatten's product; batches left out."""

import keras
from keras import layers


def reduction(x):
    a = layers.Conv2D(8, 3, strides=2)(x)
    b = layers.MaxPooling2D(3, strides=2)(x)
    return layers.Concatenate()([a, b])


image = keras.Input((35, 35, 3))
# Reduction A - 35 x 35 --> 17 x 17
small = reduction(image)
# Reduction B - 17 x 17 -> 9 x 9  # error: CAT301 "is 8, not 9"
smaller = reduction(small)
flat = layers.Flatten()(smaller)  # 8*8*16  # error: CAT301 "(None, 1216)"


def generator():
    model = keras.Sequential()
    model.add(keras.Input((6272,)))
    model.add(layers.Reshape((7, 7, 128)))
    # upsample to 7x7  # error: CAT301 "is 14, not 7"
    model.add(layers.Conv2DTranspose(128, 4, strides=2, padding="same"))
    model.add(layers.LeakyReLU())
    # upsample to 28x28
    model.add(layers.Conv2DTranspose(128, 4, strides=2, padding="same"))
    return model


class Discriminator(keras.Model):
    def __init__(self):
        super().__init__()
        # [-1, 32, 32, 256] -> [-1, 33, 33, 256]  # error: CAT301 "makes (None, 34, 34, 256)"
        self.pad = layers.ZeroPadding2D()
        # [-1, 34, 34, 256] -> [-1, 31, 31, 512]
        self.conv = layers.Conv2D(512, 4)

        self.pool = layers.MaxPooling2D(2)  # (None, 31, 31, 512) -> (None, 16, 16, 512)  # error: CAT301 "15, 15"

    def call(self, inputs):
        return self.pool(self.conv(self.pad(inputs)))


def classifier(frames, bands):
    spectrum = keras.Input((frames, bands, 1))  # (None, 128, 64, 1)
    x = layers.Conv2D(64, 3, padding="same")(spectrum)  # (None, 128, 64, 32)  # error: CAT301 "channels are"
    x = layers.MaxPooling2D()(x)  # (None, 64, 32, 64)
    x = layers.Conv2D(128, 3, padding="same")(x)  # (None, 64, 32, 128)
    return keras.Model(spectrum, x)


photo = keras.Input((40, 60, 3))
photo = layers.Conv2D(16, 3)(photo)  # (, 38, 58, 8)  # error: CAT301 "axis 3 (channels)"
photo = layers.Conv2D(32, 3)(photo)  # (, 36, 56, 32)
# global pooling
# pooled.shape = (batch, 1, 32, 1)  # error: CAT301 "(None, 1, 1, 32)"
pooled = layers.GlobalAveragePooling2D(keepdims=True)(photo)
