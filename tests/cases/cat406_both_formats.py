import keras
from keras import layers

image = keras.Input((3, 32, 48))
x = layers.Conv2D(16, 3, data_format="channels_first")(image)
y = layers.BatchNormalization()(x)  # error: CAT406 "its channels are axis 1: axis=1 is meant"
y = layers.BatchNormalization(axis=-1)(x)  # error: CAT406
y = layers.GroupNormalization(2, axis=3)(x)  # error: CAT406

picture = keras.Input((32, 48, 3))
z = layers.BatchNormalization(axis=1)(picture)  # error: CAT406
z = layers.Conv2D(8, 1)(z)
