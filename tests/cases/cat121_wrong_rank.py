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

# A model that is run again looks at no ranks by itself: some of its layers do.
edges = keras.Model(image, layers.Conv2D(4, 3)(image))
edges(keras.Input((28,)))  # error: CAT121 "kernel_size=(3, 3) is for 4 axes, the input has 2"
brightest = keras.Model(image, layers.GlobalMaxPooling2D()(image))
layers.Dense(2)(brightest(keras.Input((28,))))
