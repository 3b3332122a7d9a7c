import keras
from keras import layers

x = keras.Input((None, None, 3))
flat = layers.Flatten()(x)
layers.Dense(10)(flat)  # error: CAT124
layers.Dense(10)(layers.GlobalAveragePooling2D()(x))
