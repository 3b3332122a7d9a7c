"""Lists that begin with a map, and get what is made of it."""

import tensorflow as tf
from tensorflow.keras import layers


def pyramid(x, size):
    maps = [x]
    for factor in (1, 2, 3, 6):
        y = layers.AveragePooling2D(factor)(x)
        y = layers.Conv2D(128, 1)(y)
        maps.append(tf.image.resize(y, size))
    x = tf.concat(maps, axis=1)  # error: CAT402 "axis 1, the height"
    return layers.Conv2D(64, 3)(x)
