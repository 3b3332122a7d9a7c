"""Comments on a join that stand above its block, above the loop around it, or below it."""

import keras
from keras import layers


# Joins both maps along the height.  # error: CAT201 "says height"
def fuse(a, b):
    a = layers.Conv2D(8, 3, padding="same")(a)
    return layers.Concatenate(axis=-1)([a, b])


def grow(x, skips):
    # upsample and concatenate the skip along the width  # error: CAT201 "joins along axis 3"
    for skip in skips:
        x = layers.UpSampling2D()(x)

        x = layers.Concatenate(axis=-1)([x, skip])
        x = layers.Conv2D(8, 3, padding="same")(x)
    return x


def perhaps(x, skip, used):
    # concatenate along the width  # error: CAT201 "says width, which is axis 2"
    if used:
        x = layers.Concatenate(axis=-1)([x, skip])
    return layers.Conv2D(8, 3)(x)


x = keras.Input((32, 32, 3))
a = layers.Conv2D(8, 3, padding="same")(x)
b = layers.Conv2D(8, 5, padding="same")(x)
x = layers.Concatenate(axis=3)([a, b])
# both are joined along the height  # error: CAT201 "says height, which is axis 1"

# concatenate the maps of all kernels along the width  # error: CAT201 "says width"
maps = []
for size in (1, 3, 5):
    y = layers.Conv2D(8, size, padding="same")(x)
    y = layers.ReLU()(y)

    maps.append(y)
x = layers.Concatenate()(maps)

# blocks
x = fuse(x, x)
x = perhaps(x, x, used=True)
x = grow(x, [layers.UpSampling2D()(x)])
