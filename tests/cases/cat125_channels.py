import keras
from keras import layers

a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 1))
shared = layers.Conv2D(16, 3)
shared(a)
shared(b)  # error: CAT125 "Conv2D(16, 3)"
layers.Conv2D(16, 3)(b)
