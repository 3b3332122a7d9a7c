"""A block that takes half of the channels, and is joined with the whole again."""

import keras
import tensorflow as tf
from keras import layers


class Half(layers.Layer):
    def call(self, x):
        return tf.split(x, 2, axis=-1)[1]


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    route = x
    x = Half()(x)
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.concatenate([route, x], axis=1)  # error: CAT402 "2 maps of equal size"
    return layers.MaxPooling2D(2)(x)


def of_ops(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    route = x
    x = keras.ops.split(x, 2, axis=-1)[1]
    x = layers.Conv2D(filters, 3, padding="same")(x)
    x = layers.concatenate([route, x], axis=2)  # error: CAT402 "2 maps of equal size"
    return layers.MaxPooling2D(2)(x)


inputs = keras.Input((64, 64, 3))
model = keras.Model(inputs, layers.Concatenate()([block(inputs, 32)[:, :32], of_ops(inputs, 32)[:, :, :32]]))
