import keras
from keras import layers

x = keras.Input((32, 32, 64))
y = layers.Conv2D(64, 3)(x)
layers.Add()([x, y])  # error: CAT111 "Add() cannot merge (None, 32, 32, 64) [x, line 4] and (None, 30, 30, 64) [y, line 5]" "axis 1 (height) is 32 vs 30"
layers.add([x, y])  # error: CAT111
x * y  # error: CAT111 "x * y"
z = x
z += y  # error: CAT111 "z += y cannot merge" "[z, line 4] and"
layers.Multiply()([x, layers.GlobalAveragePooling2D(keepdims=True)(x)])
layers.Multiply()([x, layers.GlobalAveragePooling2D()(x)])
layers.Average()([x, layers.Conv2D(32, 1)(x)])  # error: CAT111 "axis 3 (channels) is 64 vs 32"
layers.Add()([x, layers.Conv2D(64, 3, padding="same")(x)])
