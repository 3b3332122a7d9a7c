import keras
from keras import layers

x = keras.Input((4, 4, 8))
x = layers.MaxPooling2D(2)(x)
layers.Conv2D(16, 3)(x)  # error: CAT122 "(None, 2, 2, 8) [x, line 5]"
layers.Conv2D(16, 3, padding="same")(x)
layers.Conv2D(16, 2)(x)
