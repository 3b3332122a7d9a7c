"""What stands behind a block that gives its maps back as they came, or one that is told a format."""

import keras
from keras import layers, ops


class Attention(layers.Layer):
    """Looks at all places of a map."""

    def __init__(self, units):
        super().__init__()
        self.project = layers.Dense(units)

    def call(self, x):
        places = ops.reshape(x, (-1, 64 * 48, 16))
        return ops.reshape(self.project(places), (-1, 64, 48, 16))


image = keras.Input((64, 48, 16))
maps = Attention(16)(image)
joined = layers.Concatenate(axis=1)([maps, maps])  # concat along the width  # error: CAT201

stem = keras.Sequential([keras.Input((64, 48, 16)), layers.Conv2D(8, 3), layers.ReLU()])
maps = stem(image)
joined = layers.Concatenate(axis=1)([maps, maps])  # concat along the width  # error: CAT201

width_a = layers.Conv2D(8, 3)(image)
width_b = layers.Conv2D(8, 3)(image)
joined = layers.Concatenate(axis=1)([width_a, width_b])  # concat along the width  # error: CAT201
