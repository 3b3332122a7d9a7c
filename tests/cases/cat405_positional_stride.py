import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2D(32, 3, 3)(inputs)  # error: CAT405 "a stride of 3" "write (3, 3)"
x = layers.Conv2D(32, 3, 3, activation="relu")(x)  # error: CAT405
x = layers.SeparableConv2D(32, 1, 3)(x)  # error: CAT405
