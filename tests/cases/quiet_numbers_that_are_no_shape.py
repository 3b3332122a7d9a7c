"""Three numbers beside a map that are its layers' filters, references, kernels, weights."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))  # see [3, 12, 14]
x = layers.Conv2D(64, 3, padding="same")(image)  # 2019, 10, 12
# block 4 (16, 32, 64)
x = layers.Conv2D(64, 3, padding="same")(x)
x = layers.Conv2D(64, 3, padding="same")(x)  # eq. (3, 4, 5)
x = layers.Conv2D(128, 3, padding="same")(x)  # 3x3x64x128
# 8,3,1
x = layers.Conv2D(8, 3, padding="same")(x)
# [8, 3, 1]
x = layers.Conv2D(8, 3, padding="same")(x)

y = image
for width in (32, 64, 128):
    y = layers.Conv2D(width, 3, padding="same")(y)  # 32, 64, 128
    y = layers.MaxPooling2D()(y)
# the bottleneck, after three stages (32, 64, 128)
y = layers.Conv2D(256, 3, padding="same")(y)

words = keras.Input((100, 32))
z = layers.Conv1D(16, 5)(words)  # 5x32x16

noise = keras.Input((4, 4, 512))
# 4x4x512 -> 8x8x256 -> 16x16x128
for width in (256, 128):
    noise = layers.Conv2DTranspose(width, 4, strides=2, padding="same")(noise)
