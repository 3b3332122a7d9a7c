import keras
from keras import layers

image = keras.Input((28, 28, 1))
flat = layers.Flatten()(image)
layers.Conv2D(32, 3)(flat)  # error: CAT121 "Conv2D(32, 3) cannot take (None, 784) [flat, line 5]: expected"
layers.LSTM(8)(image)  # error: CAT121
layers.Conv2D(32, 3)(image)
layers.MaxPooling2D()(flat)  # error: CAT121
layers.GlobalAveragePooling2D()(image)
layers.Permute((1, 2))(image)  # error: CAT121
