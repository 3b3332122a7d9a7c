"""Words for the axis of a join of which one map is known, and names of lines."""

import keras
from keras import layers


def decoder(latent, skips, name):
    x = layers.Conv2DTranspose(256, 2, strides=2)(latent)
    x = layers.concatenate([x, skips[1]], axis=-1)  # along the height  # error: CAT201 "says height"
    x = layers.Conv2DTranspose(128 if name else 256, 2, strides=2)(x)
    x = layers.concatenate([x, skips[0]], axis=-1)  # along the width  # error: CAT201 "says width"
    return x


a, b = keras.Input((32, 32, 8)), keras.Input((32, 32, 8))
c = layers.Concatenate(name="join_rows")([a, b])  # error: CAT201 "the layer's name 'join_rows'"
merge_columns = layers.Concatenate(axis=3)([a, b])  # error: CAT201 "merge_columns"
