"""Names that are put together and say the axis, or none, or a size."""

import keras
from keras import layers


def block(x, skip, name, width):
    x = layers.Conv2D(8, 3, padding="same", name=name + "_conv")(x)
    x = layers.Concatenate(axis=3, name=name + "_concat_channels")([x, skip])
    x = layers.Concatenate(axis=3, name=name + "_concat1")([x, skip])
    x = layers.Concatenate(axis=2, name=name + "_concat_width")([x, skip])
    x = layers.Concatenate(axis=-1, name="width_" + name)([x, skip])
    return layers.Concatenate(axis=-1, name=f"{name}_width{width}")([x, x])


image = keras.Input((32, 32, 3))
