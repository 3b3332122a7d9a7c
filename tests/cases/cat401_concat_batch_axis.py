import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
layers.Concatenate(axis=0)([a, b])  # error: CAT401 "along axis 0, the batch"
c = layers.Dense(4)(a)
d = layers.Dense(4)(b)
keras.ops.concatenate([c, d], axis=0)  # error: CAT401
layers.Concatenate(axis=-2)([a, b])  # error: CAT401 "axis=-2"
layers.Concatenate(axis=1)([a, b])
