import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
x = layers.Conv2D(16, 3, padding="same")(inputs)
x = layers.BatchNormalization(axis=-1)(x)
x = layers.BatchNormalization(axis=3)(x)
x = layers.LayerNormalization(axis=[1, 2, 3])(x)
first = keras.Input((3, 32, 32))
y = layers.Conv2D(16, 3, data_format="channels_first")(first)
y = layers.BatchNormalization(axis=1)(y)
z = layers.Conv2D(16, 3)(first)
z = layers.BatchNormalization(axis=1)(z)
s = layers.Conv1D(16, 3)(keras.Input((20, 8)))
s = layers.BatchNormalization(axis=1)(s)
f = layers.BatchNormalization(axis=1)(layers.Flatten()(x))

channels_first = layers.Conv2D(16, 3, data_format="channels_first")(keras.Input((3, 32, 48)))
y = layers.BatchNormalization(axis=1)(channels_first)
y = layers.LayerNormalization()(channels_first)
spectrogram = keras.Input((96, 1366, 1))
y = layers.BatchNormalization(axis=1)(spectrogram)  # each frequency by itself
z = layers.LayerNormalization(axis=2)(x)
video = layers.ConvLSTM2D(8, 3, return_sequences=True)(keras.Input((6, 32, 32, 3)))
video = layers.BatchNormalization(axis=1)(video)
grey = layers.ConvLSTM2D(8, 3, return_sequences=True)(keras.Input((6, 32, 32, 1)))
grey = layers.LayerNormalization(axis=2)(layers.BatchNormalization()(grey))
