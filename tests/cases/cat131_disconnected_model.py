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

# The output of a Sequential is that of its first call, its `outputs` are its own.
head = keras.Sequential([layers.Dense(4), layers.Dense(2)])
whole = keras.Model(a, layers.ReLU()(head(a)))
keras.Model(whole.input, whole.layers[-2].output)(b)
keras.Model(a, head.outputs)  # error: CAT131
