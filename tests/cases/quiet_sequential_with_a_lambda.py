import keras
from keras import layers, ops

# A Sequential is not built where the function of a Lambda fails: Keras goes no further, and says
# nothing until it is called.
whole = keras.Input((6,), dtype="int32")
masked = keras.Sequential([whole, layers.Lambda(lambda t: ops.bitwise_and(t, 3))])
squeezed = keras.Sequential([keras.Input((6, 3)), layers.Lambda(lambda t: ops.squeeze(t, 0))])
one = squeezed(ops.ones((1, 6, 3)))


def turned(t):
    return ops.transpose(t, (0, 1))


turning = keras.Sequential([keras.Input((6, 3)), layers.Lambda(turned)])
flat = turning(ops.ones((4, 6)))
added = keras.Sequential()
added.add(keras.Input((6, 4)))
added.add(layers.Lambda(lambda t: ops.max(t, axis=3)))
added.add(layers.Dense(2))
inner = keras.Sequential([keras.Input((6, 4)), layers.Lambda(lambda t: ops.max(t, axis=3))])
outer = keras.Sequential([keras.Input((6, 4)), inner, layers.Dense(2)])
later = keras.Sequential([layers.Lambda(lambda t: ops.squeeze(t, 1)), layers.Dense(3)])
later.build((None, 10, 6))
each = layers.Lambda(lambda t: ops.max(t, axis=2))
steps = keras.Sequential([keras.Input((6, 4)), layers.TimeDistributed(each)])
