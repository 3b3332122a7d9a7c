import keras
from keras import layers

x = keras.Input((7, 7, 64))
layers.Reshape((49, 32))(x)  # error: CAT123 "Reshape((49, 32)) cannot take (None, 7, 7, 64) [x, line 4]"
layers.Reshape((49, 64))(x)
layers.Reshape((49, -1))(x)
layers.Reshape((50, -1))(x)  # error: CAT123
