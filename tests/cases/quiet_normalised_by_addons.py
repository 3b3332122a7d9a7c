"""Normalisations that other packages bring, which leave the shape."""

import keras
import tensorflow_addons as tfa
from keras import layers
from keras_contrib.layers import InstanceNormalization

image = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 4, strides=2, padding="same")(image)
norm = InstanceNormalization(axis=-1)
x = norm(x)
x = layers.Conv2D(32, 4, strides=2, padding="same")(x)  # 16,16,32
x = tfa.layers.InstanceNormalization(name="last")(x)
x = layers.ReLU()(x)  # (None, 16, 16, 32)


def look(model, name):
    model = keras.Model(image, x)
    model.get_layer("last").gamma
    model.get_layer("instance_normalization")
    model.set_weights([1, 2, 3])
    return name
