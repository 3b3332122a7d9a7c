import keras
from keras import layers

a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 1))
shared = layers.Conv2D(16, 3)
shared(a)
shared(b)  # error: CAT125 "Conv2D(16, 3)"
layers.Conv2D(16, 3)(b)

odd = keras.Input((225, 4))
even = layers.UpSampling1D()(layers.MaxPooling1D()(odd))
flat = layers.Dense(8)
flat(layers.Flatten()(odd))
flat(layers.Flatten()(even))  # error: CAT125 "112 came from 225 by MaxPooling1D" "(odd, rounded down)"
