"""Sentences with two sizes that are right, or of other things."""

import keras
from keras import layers

inputs = keras.Input((28, 28, 1))
x = layers.ZeroPadding2D(2)(inputs)  # padding to increase the dimensions to 32x32
# patches of 16x32 pixels of the picture
x = layers.Conv2D(64, 4, strides=2, padding="same")(x)
# a 3x1 convolution
x = layers.Conv2D(64, (3, 1), padding="same")(x)
# a 3x1 convolution and a 1x3
x = layers.Conv2D(64, (1, 3), padding="same")(layers.Conv2D(64, (3, 1), padding="same")(x))
# from 16x32 to half of it
x = layers.Conv2D(64, 3, padding="same")(x)
# pool 16x8
x = layers.AveragePooling2D((1, 2))(x)
# two of these make 16x16
y = layers.Conv2D(8, 3, padding="same")(x)
# kernels of 5 x 5
z = layers.Conv2D(8, 5, padding="same")(y)
wide = keras.Input((64, 32, 3))
# a picture of 64x32
w = layers.Conv2D(8, 3, padding="same")(wide)
# mixed 1, 2, which are of 32 x 32 x 8, before what was 64 x 32 x 8
x = layers.Conv2D(8, 3, padding="same")(keras.Input((32, 32, 8)))
