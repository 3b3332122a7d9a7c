import os

import keras
from keras import layers
from keras import backend as K

x = layers.Conv2D(16, 3)(keras.Input((32, 32, 3)))
assert x.shape == (None, 30, 30, 16)
assert x.shape[1:] == (30, 30, 16), "as it should be"
assert K.int_shape(x)[1:] == (30, 30, 16)
assert x.shape[-1] == 16
assert x.shape[1] == x.shape[2]
assert len(x.shape) == 4


def block(y, size):
    assert y.shape[1] == size
    assert y.shape[1] in (size, 16)
    return y


block(x, 30)

stack = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3)])
assert stack.output_shape == (None, 6, 6, 4)
assert stack.output_shape[1:] == (6, 6, 4)

size = (64, 64)
starred = keras.Input((*size, 3))
assert starred.shape == (None, *size, 3)
assert starred.shape[1:] == (*size, 3)

# What Keras refuses one of two ways goes on the other way only.
order = os.environ.get("ORDER", "last")
if order == "last":
    picture = keras.Input((7, None, 5))
else:
    picture = keras.Input((5, 7, None))
cropped = layers.Cropping2D(((1, 2), (3, 4)))(picture)
if order == "last":
    assert cropped.shape == (None, 4, None, 5)
else:
    assert cropped.shape == (None, 5, 4, None)

BINS, FRAMES = 128, 64
STEPS = 32
STEPS = int(os.environ.get("STEPS", "64"))
sound = layers.Conv2D(1, 3, padding="same")(keras.Input((128, 64, 1)))
assert sound.shape[1:] == (BINS, FRAMES, 1)


def heard(x, FRAMES=64, BINS=128):
    assert x.shape == (None, BINS, FRAMES, 1)
    return x


def heard_by_name(x):
    side = x.shape[1]
    assert x.shape == (None, side, FRAMES, 1)
    return x


heard(heard_by_name(sound))
if STEPS == 64:
    assert sound.shape[2] == STEPS
