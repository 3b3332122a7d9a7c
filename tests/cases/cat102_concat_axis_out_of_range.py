import keras
from keras import layers

a = keras.Input((64, 64, 32))
b = keras.Input((64, 64, 32))
v = keras.Input((10,))
layers.Concatenate(axis=4)([a, b])  # error: CAT102 "Concatenate(axis=4) cannot join" "axis 4 is out of range for rank 4"
layers.Concatenate(axis=-5)([a, b])  # error: CAT102 "axis -5 is out of range for rank 4"
layers.Concatenate(axis=2)([v, v])  # error: CAT102 "rank 2"
keras.ops.concatenate([a, b], axis=4)  # error: CAT102
layers.Concatenate(axis=3)([a, b])
layers.Concatenate(axis=-4 + 1)([a, b])
layers.Concatenate(axis=1)([v, v])
