"""A Sequential to which each branch adds layers of its own; one of them has run, not both."""

import sys

import keras
from keras import layers

long = len(sys.argv) > 40
model = keras.Sequential([keras.Input((8, 8, 3))])
if long:
    model.add(layers.Flatten())
else:
    model.add(layers.GlobalAveragePooling2D())
model.add(layers.Dense(3))
assert model.output_shape == (None, 3)


def build(table):
    words = keras.Sequential()
    if table is not None:
        words.add(keras.Input((50,)))
        words.add(layers.Embedding(100, 20, weights=[table]))
    else:
        words.add(keras.Input((50,)))
        words.add(layers.Embedding(100, 20))
    if long:
        words.add(layers.Dropout(0.2))
    words.add(layers.Conv1D(16, 3))
    assert words.output_shape == (None, 48, 16)
    if long:
        words.add(layers.GlobalMaxPooling1D())
    else:
        words.add(layers.LSTM(16))
    assert words.output_shape == (None, 16)
    if long:
        words.add(layers.Dense(32))
    words.pop()
    if long:
        return words
    words.add(layers.Dense(4))
    return words


build(keras.utils.get_custom_objects().get("table"))
build(None)

late = keras.Sequential([layers.Dense(4)])
if long:
    late.add(layers.Dense(8))
late(keras.Input((3,)))
assert late.output_shape == (None, 4)
for count in range(len(sys.argv)):
    late.add(layers.Dense(4))
assert len(late.layers) == 1 + len(sys.argv)
if long:
    late = keras.Sequential([keras.Input((2,)), layers.Dense(7)])
late.add(layers.Dense(5))

# A call or `build` in one branch builds it for that branch alone.
called = keras.Sequential([layers.Dense(4)])
if long:
    called(keras.Input((3,)))
else:
    called(keras.Input((5,)))
called(keras.Input((5,)))
nested = keras.Sequential([keras.Sequential([layers.Dense(4)])])
if long:
    nested.build((None, 3))
nested(keras.Input((6,)))
