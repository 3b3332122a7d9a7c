"""Written for TensorFlow 2.10, which took its own functions between layers."""

import keras
from keras import layers
import tensorflow as tf

image = keras.Input((None, None, 3))
half = layers.Conv2D(8, 3, strides=2, padding="same")(image)
also = layers.MaxPooling2D(2, padding="same")(image)
layers.Concatenate()([half, also])

resized = layers.Resizing(224, 224)(image)
up = layers.UpSampling2D(2)(layers.MaxPooling2D(2)(resized))
layers.Concatenate()([resized, up])

up = layers.UpSampling2D(2)(layers.MaxPooling2D(2)(image))
up = tf.image.resize(up, tf.shape(image)[1:3])
layers.Concatenate()([image, up])


def rounded(height, width):
    height, width = height // 32 * 32, width // 32 * 32
    inputs = keras.Input((height, width, 3))
    x = inputs
    for _ in range(5):
        x = layers.MaxPooling2D(2)(x)
    for _ in range(5):
        x = layers.UpSampling2D(2)(x)
    return layers.Concatenate()([inputs, x])


def two(first, second):
    a = keras.Input((first, 3))
    b = keras.Input((second, 3))
    return layers.Concatenate()([a, b])
