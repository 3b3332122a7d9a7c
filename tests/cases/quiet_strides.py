import keras
from keras import layers

inputs = keras.Input((96, 96, 3))
x = layers.Conv2D(32, (3, 3))(inputs)
x = layers.Conv2D(32, 3, 2)(x)
x = layers.Conv2D(32, 3, 1)(x)
x = layers.Conv2D(32, 2, 2)(x)
x = layers.Conv2D(32, 4, 4)(x)
x = layers.Conv2D(32, 3, strides=3)(x)
y = layers.MaxPooling2D(3, 3)(inputs)
z = layers.Conv1D(32, 3, 3)(keras.Input((96, 3)))
patch_size, size, stride, kernel = 7, 3, 3, 4
layers.Conv2D(32, patch_size, patch_size)(inputs)
layers.Conv2D(32, size, stride)(inputs)
layers.Conv2D(32, kernel, kernel)(inputs)
layers.Conv2DTranspose(32, 3, 3)(inputs)
layers.Conv2D(32, 3, 3)(inputs)  # who wrote (32, 3, 2) above knows what stands third
