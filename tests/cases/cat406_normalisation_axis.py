import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "axis 1, the height" "axis=-1"
x = layers.Activation("relu")(x)
x = layers.LayerNormalization(axis=1)(x)  # error: CAT406
x = layers.Conv2D(16, 3)(x)
x = layers.BatchNormalization(axis=2)(x)  # error: CAT406 "axis 2, the width"
clip = layers.ConvLSTM2D(8, 3, return_sequences=True)(keras.Input((6, 32, 32, 1)))
clip = layers.BatchNormalization(axis=2)(clip)  # error: CAT406 "axis 2, the height"
