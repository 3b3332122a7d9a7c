import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()([a, b])
keras.Model(a, both)  # error: CAT131
keras.Model([a, b], both)
