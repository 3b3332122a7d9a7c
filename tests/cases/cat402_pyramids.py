"""Atrous pyramids whose branches are joined along a side; one branch is of the whole picture."""

import keras
from keras import layers, ops


def pyramid(x):
    height, width = x.shape[1], x.shape[2]
    whole = ops.mean(x, axis=[1, 2], keepdims=True)
    whole = layers.Conv2D(16, 1)(whole)
    whole = ops.image.resize(whole, (height, width))
    near = layers.Conv2D(16, 3, padding="same", dilation_rate=6)(x)
    far = layers.Conv2D(16, 3, padding="same", dilation_rate=12)(x)
    x = ops.concatenate([whole, near, far], axis=1)  # error: CAT402 "axis=-1 joins the channels"
    return layers.Conv2D(16, 1)(x)


def of_layers(x):
    whole = layers.GlobalAveragePooling2D()(x)
    whole = layers.Reshape((1, 1, 8))(whole)
    whole = layers.UpSampling2D(32)(layers.Conv2D(16, 1)(whole))
    near = layers.Conv2D(16, 3, padding="same", dilation_rate=6)(x)
    x = layers.Concatenate(axis=1)([whole, near])  # error: CAT402
    return layers.Conv2D(16, 1)(x)


image = keras.Input((32, 32, 3))
maps = layers.Conv2D(8, 3, padding="same")(image)
model = keras.Model(image, [pyramid(maps), of_layers(maps)])
