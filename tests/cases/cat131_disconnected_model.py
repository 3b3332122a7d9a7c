import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
both = layers.Concatenate()([a, b])
keras.Model(a, both)  # error: CAT131
keras.Model([a, b], both)
hidden = layers.Dense(4)(both)
keras.Model(hidden, layers.Dense(2)(hidden))
keras.Model([hidden, a], [a, layers.Dense(2)(hidden)])  # error: CAT131 "an output is one of the inputs"
keras.Model(hidden, hidden)  # error: CAT131 "an output is one of the inputs"
keras.Model([a, b], [a, hidden])
