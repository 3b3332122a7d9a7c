"""A discriminator is given a picture and what it was made of, one behind the other."""

import keras
from keras import layers


def build_discriminator():
    image = keras.Input((None, None, 3))
    target = keras.Input((None, None, 3))
    x = layers.concatenate([image, target], axis=1)  # error: CAT402 "2 maps of any size" "axis=-1"
    x = layers.Conv2D(64, 4, strides=2, padding="same")(x)
    return keras.Model([image, target], x)


class Gan:
    def discriminator(self):
        image, target = keras.Input((64, 64, 3)), keras.Input((64, 64, 3))
        x = layers.Concatenate(axis=2)([image, target])  # error: CAT402 "of equal size" "axis=-1"
        return keras.Model([image, target], layers.Conv2D(64, 4)(x))

    def critic(self):
        image, target = keras.Input((64, 64, 3)), keras.Input((64, 64, 3))
        x = layers.Concatenate()([image, target])
        side_by_side = layers.Concatenate(axis=2)([image, target])
        return keras.Model([image, target], [layers.Conv2D(64, 4)(x), side_by_side])


def pairs():
    left, right = keras.Input((64, 64, 3)), keras.Input((64, 64, 3))
    x = layers.Concatenate(axis=2)([left, right])
    return keras.Model([left, right], layers.Conv2D(64, 4)(x))
