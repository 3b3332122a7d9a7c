import keras
from keras import layers

x = keras.Input((8, 16))
layers.Permute((1, 2, 3))(x)  # error: CAT139
layers.Permute((2, 1))(x)
