import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "axis 1, the height" "axis=-1"
x = layers.Activation("relu")(x)
x = layers.LayerNormalization(axis=1)(x)  # error: CAT406
x = layers.Conv2D(16, 3)(x)
x = layers.BatchNormalization(axis=2)(x)  # error: CAT406 "axis 2, the width"
