import keras
from keras import layers, ops

waiting = keras.Sequential([layers.Lambda(lambda t: ops.squeeze(t, 1)), layers.Dense(3)])
called = waiting(keras.Input((10, 6)))  # error: CAT139 "only an axis of size 1 can be squeezed"
right = keras.Sequential([keras.Input((10, 6)), layers.Lambda(lambda t: ops.max(t, axis=1))])
right.add(layers.Dense(3))
found = right(keras.Input((10, 5)))  # error: CAT139 "the model takes (None, 10, 6)"
