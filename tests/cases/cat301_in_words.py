"""Channels said in words; channels of another network."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # 32x32, 16 channels
x = layers.Conv2D(32, 3, strides=2, padding="same")(x)  # 16x16, 16 channels  # error: CAT301
x = layers.Conv2D(64, 3, strides=2, padding="same")(x)  # 16 x 16 with 64 feature maps  # error: CAT301
x = layers.Conv2D(64, 3, strides=2, padding="same")(x)  # 3x3, 32 filters


def half(filters=128):
    image = keras.Input((64, 64, 3))
    x = layers.Conv2D(filters, 3, padding="same")(image)  # (64, 64, 128)
    x = layers.Conv2D(filters * 2, 3, padding="same")(x)  # (64, 64, 256)
    x = layers.Conv2D(filters * 4, 3, padding="same")(x)  # (64, 64, 256)  # error: CAT301
    return keras.Model(image, x)


# The same once more as one number.
code = layers.MaxPooling2D(8)(layers.Conv2D(8, 3, padding="same")(image))
# at this point the representation is (8, 8, 8) i.e. 512-dimensional
x = layers.Conv2D(8, 3, padding="same", activation="relu")(code)

code = layers.MaxPooling2D(8)(layers.Conv2D(8, 3, padding="same")(image))
# at this point the representation is (4, 4, 8) i.e. 128-dimensional  # error: CAT301
x = layers.Conv2D(8, 3, padding="same", activation="relu")(code)
x = layers.Conv2D(8, 3, padding="same")(x)  # (4, 4, 8) i.e. what is left of a smaller image

# As LeNet is drawn.
x = layers.Conv2D(16, 3, strides=2, padding="same")(image)  # 16@32x32
x = layers.Conv2D(16, 3, padding="same")(x)  # 32@32x32  # error: CAT301 "axis 3 (channels) is 16, not 32"
x = layers.Conv2D(32, 3, padding="same")(x)  # 32x32 @ 32
x = layers.Conv2D(32, 3, padding="same")(x)  # 28x28 @ 32  # error: CAT301
x = layers.Conv2D(32, 3, padding="same")(x)  # -> 64 feature maps of size 32 x 32  # error: CAT301
x = layers.Conv2D(32, 3, padding="same")(x)  # 32 feature maps of size 32 x 32
x = layers.Conv2D(32, 3, padding="same")(x)  # C3: 32@32x32
x = layers.Conv2D(32, 3, padding="same")(x)  # C4: 16@32x32  # error: CAT301
x = layers.Conv2D(32, 3, padding="same")(x)  # kernels: 16@32x32
x = layers.Conv2D(32, 3, padding="same")(x)  # 64@3x3
x = layers.Conv2D(32, 3, padding="same")(x)  # 64 filters of 12x12

# Vectors by their length.
v = layers.GlobalAveragePooling2D()(x)  # 32-dim vector
v = layers.Dense(64)(v)  # 64-d
v = layers.Dense(64)(v)  # 128-dimensional  # error: CAT301
v = layers.Dense(64)(v)  # -> 128-dim feature vector  # error: CAT301
v = layers.Dense(64)(v)  # 128
v = layers.Dense(64)(v)  # a 3d model
v = layers.Reshape((1, 64))(v)  # 128-dim
