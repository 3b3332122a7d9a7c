"""After `except ImportError` either way of the program may have run."""

import keras
from keras import layers

try:
    import fancy_sizes

    SIZE = fancy_sizes.SIZE = 6
    HALF = 3
except ImportError:
    fancy_sizes = None
    SIZE = 8
    HALF = 4

try:
    from fancy_layers import Norm
except ImportError:
    Norm = layers.BatchNormalization

try:
    import absent_package
except ImportError:
    UNITS = 4
else:
    UNITS = 4

try:
    import numpy

    KNOWN = 12
except ImportError:
    KNOWN = 16

x = layers.Dense(8)(keras.Input((5,)))
layers.Reshape((HALF, 2))(x)
layers.Reshape((SIZE, 2))(layers.Dense(30)(x))  # error: CAT123
layers.Reshape((UNITS, 2))(x)
layers.Reshape((UNITS, 3))(x)  # error: CAT123
layers.Reshape((3, 4))(layers.Dense(KNOWN)(x))
layers.Reshape((4, 4))(layers.Dense(KNOWN)(x))  # error: CAT123
if fancy_sizes is None:
    layers.Reshape((4, 2))(layers.Dense(SIZE)(x))
else:
    layers.Reshape((3, 2))(layers.Dense(SIZE)(x))
layers.Add()([Norm()(x), x])
