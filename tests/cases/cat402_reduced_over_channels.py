"""The mean and the maximum of a map, one below the other."""

import keras
import tensorflow as tf
from keras import backend as K
from keras import layers


class SpatialAttention(layers.Layer):
    def __init__(self):
        super().__init__()
        self.conv = layers.Conv2D(1, 7, padding="same", activation="sigmoid")

    def call(self, inputs):
        mean = tf.reduce_mean(inputs, axis=-1, keepdims=True)
        most = tf.reduce_max(inputs, axis=-1, keepdims=True)
        both = tf.concat([mean, most], axis=1)  # error: CAT402 "axis=-1 joins the channels"
        return inputs * self.conv(both)


def spatial_attention(x):
    if keras.config.image_data_format() == "channels_first":
        x = layers.Permute((2, 3, 1))(x)
    mean = layers.Lambda(lambda t: K.mean(t, axis=3, keepdims=True))(x)
    most = layers.Lambda(lambda t: K.max(t, axis=3, keepdims=True))(x)
    both = layers.Concatenate(axis=2)([mean, most])  # error: CAT402 "axis=3 joins the channels"
    return layers.Conv2D(1, 7, padding="same")(both)
