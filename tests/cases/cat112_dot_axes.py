import keras
from keras import layers

a = keras.Input((10, 32))
b = keras.Input((10, 64))
layers.Dot(axes=2)([a, b])  # error: CAT112
layers.Dot(axes=1)([a, b])
layers.dot([a, b], axes=(2, 1))  # error: CAT112
