"""Branches that a setting of the function around decides: `skip=None`."""

from keras import layers


def up_block(filters, skip=None):
    def layer(x):
        x = layers.UpSampling2D(2)(x)
        if skip is not None:
            x = layers.Concatenate(axis=1)([x, skip])  # error: CAT402 "joins an enlarged map with its skip"
        return layers.Conv2D(filters, 3)(x)

    return layer


def up_blocks(filters, skip=None):
    def layer(x):
        x = layers.UpSampling2D(2)(x)
        if type(skip) is list:
            x = layers.Concatenate(axis=-1)([x, *skip])
        elif skip is not None:
            x = layers.Concatenate(axis=-1)([x, skip])
        return layers.Conv2D(filters, 3)(x)

    return layer
