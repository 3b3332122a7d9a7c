import keras
from keras import layers

x = keras.Input((7, 7, 64))
layers.Reshape((49, 32))(x)  # error: CAT123 "Reshape((49, 32)) cannot take (None, 7, 7, 64) [x, line 4]"
layers.Reshape((49, 64))(x)
layers.Reshape((49, -1))(x)
layers.Reshape((50, -1))(x)  # error: CAT123

odd = keras.Input((451, 451, 3))
even = layers.UpSampling2D()(layers.MaxPooling2D()(odd))
layers.Reshape((451 * 451, 3))(even)  # error: CAT123 "225 came from 451 by MaxPooling2D on line 11 (odd, rounded down)"
