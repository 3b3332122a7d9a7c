import keras
from keras import layers

a = keras.Input((8, 16))
b = keras.Input((8, 16))
keras.ops.matmul(a, b)  # error: CAT139
keras.ops.matmul(a, layers.Permute((2, 1))(b))
