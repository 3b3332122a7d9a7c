"""Words that fit a join of which one map is known, or that name what is joined."""

import keras
from keras import layers


def decoder(latent, skips, name):
    x = layers.Conv2DTranspose(256, 2, strides=2)(latent)
    # concatenate along the channels
    x = layers.concatenate([x, skips[1]], axis=-1)
    x = layers.Conv2DTranspose(128 if name else 256, 2, strides=2)(x)
    # concatenate along the height
    x = layers.concatenate([x, skips[0]], axis=1)
    return x


a, b = keras.Input((32, 32, 8)), keras.Input((32, 32, 8))
rows_joined = layers.Concatenate(axis=-1)([a, b])
join_rows = layers.Concatenate(axis=1)([a, b])
merge_row_features = layers.Concatenate(axis=3)([a, b])
table, other = keras.Input((8,)), keras.Input((4,))
concat_columns = layers.Concatenate()([table, other])
