"""Comments that speak of another join than the next one, or of what it does."""

import keras
from keras import layers


# Joins both maps along the channels.
def fuse(a, b):
    a = layers.Conv2D(8, 3, padding="same")(a)
    return layers.Concatenate(axis=-1)([a, b])


def stack_rows(a, b):
    return layers.Concatenate(axis=1)([a, b])


def grow(x, skips):
    # concatenate along the height
    x = stack_rows(x, x)

    x = layers.Concatenate(axis=-1)([x, x])
    # joined along the height
    x = layers.Concatenate(axis=1)([x, x])
    # concatenate along the height
    tall = layers.Conv2D(8, 3)(x)
    # with what it was before
    both = layers.Concatenate()([x, x])
    # concatenate along the height
    for skip in skips:
        skip = layers.Conv2D(8, 3)(skip)

        y = layers.Concatenate(axis=-1)([skip, skip])
        y = layers.Concatenate(axis=1)([y, y])
    return tall, both


x = keras.Input((32, 32, 3))
a = layers.Conv2D(8, 3, padding="same")(x)
b = layers.Conv2D(8, 5, padding="same")(x)
x = layers.Concatenate(axis=3)([a, b])
# the height is halved once they are joined

x = layers.MaxPooling2D((2, 1))(x)
# not joined along the height any more

x = layers.Concatenate(axis=3)([x, x])
# joined along the channels

# concatenate along the height (below)

a = layers.Conv2D(8, 3, padding="same")(x)
x = layers.Concatenate(axis=3)([a, a])
x = fuse(x, x)
