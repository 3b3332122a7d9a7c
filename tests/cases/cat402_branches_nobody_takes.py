"""A join along a side in a branch that no call takes, of maps that differ in their channels."""

import keras
from keras import layers


def decoder(size=64, backbone="small"):
    image = keras.Input((size, size, 3))
    skip = layers.Conv2D(48, 1)(image)
    x = layers.Conv2D(64, 3, padding="same")(image)
    wide = layers.Conv2D(32, 1)(x)
    x = layers.Concatenate()([x, wide])
    if backbone == "large":
        x = layers.Lambda(lambda z: z * 2)(x)
        x = layers.Concatenate(axis=2)([x, skip])  # error: CAT402 "along axis 2, the width"
    return keras.Model(image, x)


decoder()
