"""How pictures are placed: side by side, one below the other."""

import keras
from keras import layers

a = keras.Input((48, 64, 8))
b = keras.Input((48, 64, 8))
# put the two views side by side  # error: CAT201 "axis 1 (height), but the comment says width"
x = layers.Concatenate(axis=1)([a, b])
x = layers.Concatenate(axis=2)([a, b])  # one below the other  # error: CAT201 "says height"
side_by_side = layers.Concatenate(axis=1)([a, b])  # error: CAT201 "the name side_by_side"
# stack them on top of each other  # error: CAT201
x = layers.Concatenate(axis=2)([a, b])
# the second next to each other  # error: CAT201
x = layers.Concatenate(axis=1)([a, b])
x = layers.Concatenate(axis=1)([a, b])  # concat on W  # error: CAT201 "says width"

# As it is.
# put the two views side by side
x = layers.Concatenate(axis=2)([a, b])
x = layers.Concatenate(axis=1)([a, b])  # one below the other
sideBySide = layers.Concatenate(axis=2)([a, b])
x = layers.Concatenate(axis=1)([a, b])  # concat on H
# Of channels people say so, too.
x = layers.Concatenate()([a, b])  # stack the maps on top of each other
side_by_side = layers.Concatenate(axis=-1)([a, b])
# not side by side
x = layers.Concatenate(axis=1)([a, b])
# side by side, or one below the other
x = layers.Concatenate(axis=1)([a, b])
# the other branch, on the other side
x = layers.Concatenate(axis=1)([a, b])
# compare each with the other
x = layers.Concatenate(axis=2)([a, b])
# stack them on top of each other (vertically)  # error: CAT201
x = layers.Concatenate(axis=2)([a, b])
