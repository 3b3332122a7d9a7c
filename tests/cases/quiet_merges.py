import keras
from keras import layers

a = keras.Input((16, 16, 8))
b = keras.Input((16, 16, 4))
row = keras.Input((1, 16, 8))
dot = keras.Input((1, 1, 8))
layers.Concatenate()([a, b, a])
layers.Concatenate(axis=3)([a, b])
layers.Concatenate(axis=1)([a, row])
layers.Add()([a, dot])
layers.Multiply()([a, a])
layers.Average()([a, dot, a])
layers.Subtract()([a, a])
layers.Dot(axes=(3, 3))([a, a])
a + 1
a * row
keras.ops.concatenate([a, b], axis=-1)
