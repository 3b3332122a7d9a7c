"""Files that put the width first: the channels are no side there either."""

import keras
import nibabel  # noqa: F401
from keras import layers

slices = keras.Input((64, 48, 3))
a = layers.Conv2D(8, 3, padding="same")(slices)
b = layers.Conv2D(8, 3, padding="same")(slices)
x = layers.Concatenate()([a, b])  # concat along the width  # error: CAT201
x = layers.Concatenate(axis=1)([a, b])  # concat along the width
x = layers.Concatenate(axis=2)([a, b])  # concat along the height
x = layers.Concatenate(axis=1)([a, b])  # concat along the channels  # error: CAT201, CAT402
