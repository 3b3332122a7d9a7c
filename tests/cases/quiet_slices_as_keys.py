"""A dict where a list was meant: what a slice of it gives is told by the version of Python."""

import keras
from keras import layers

image = keras.Input((32, 32, 3))
sizes = {"first": 3, "second": 4}
try:
    last = sizes[1:]
except (KeyError, TypeError):
    last = {}
maps = layers.Conv2D(sizes["second"], 3, padding="same")(image)
layers.Concatenate()([image, maps])
