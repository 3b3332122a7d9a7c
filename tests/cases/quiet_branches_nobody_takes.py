"""Branches that no call of the file takes, and that are right or for other tensors."""

import keras
from keras import layers


def net(size=64, batch_norm=False, first=False, axis=3, data_format=None, kind="tf", mix=False):
    inputs = keras.Input((size, size, 3))
    x = layers.Conv2D(16, 3, padding="same")(inputs)
    if batch_norm:
        x = layers.BatchNormalization(axis=-1)(x)
    if data_format == "channels_first":
        x = layers.BatchNormalization(axis=1)(x)
    if kind == "th":
        x = layers.BatchNormalization(axis=1)(x)
    if axis == 1:
        x = layers.Concatenate(axis=1)([x, x])
    if first:
        x = layers.Conv2D(16, 3, 2)(x)
    if mix:
        x = layers.Concatenate(axis=1)([x, inputs])  # which fits no call that is made here
    return layers.Conv2D(3, 3)(x)


net()


def join(a, b, rank=4, along_height=False):
    if rank == 3:
        return layers.Concatenate(axis=1)([a, b])
    if along_height:
        return layers.Concatenate(axis=1)([a, b])
    return layers.Concatenate(axis=3)([a, b])


x = layers.Conv2D(8, 3)(keras.Input((32, 32, 3)))
y = layers.Conv2D(8, 3)(keras.Input((32, 32, 3)))
join(x, y)


class Skip(layers.Layer):
    def __init__(self, mode="add"):
        super().__init__()
        self.mode = mode

    def call(self, inputs):
        if self.mode == "concat":
            # join along the channels
            return keras.ops.concatenate(inputs, axis=-1)
        return inputs[0] + inputs[1]


Skip()([x, x])


def head(x, units=0, flat=True):
    if flat:
        x = layers.GlobalAveragePooling2D()(x)
    if units:
        x = layers.Dense(units)(x)
        x = layers.BatchNormalization(axis=1)(x)
    return x


head(x)
