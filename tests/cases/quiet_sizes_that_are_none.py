import keras
from keras import layers, ops

# A size that is None, and nothing is calculated with it, or where it is a number.
x = keras.Input((None, 6))
steps = x.shape[1]
if steps is not None:
    doubled = steps * 2
chosen = (steps or 4) * 2
try:
    tried = steps * 2
except TypeError:
    tried = None
all_sizes = (-1, *x.shape[1:])
batch, _, features = x.shape
wide = layers.Dense(features * 2)(x)


class Flat(layers.Layer):
    def call(self, t):
        return ops.reshape(t, (-1, t.shape[1] * t.shape[2]))


class Doubled(layers.Layer):
    def call(self, t):
        return ops.repeat(t, 2, axis=1)

    def compute_output_shape(self, shape):
        return (shape[0], None if shape[1] is None else shape[1] * 2, shape[2])


flat = Flat()(keras.Input((5, 6)))
more = Doubled()(x)


def never_called(y=None):
    size = None
    return layers.Dense(size)(y) if size else y
