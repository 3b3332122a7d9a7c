import keras
from keras import layers

a = keras.Input((32, 32, 64))
b = keras.Input((32, 1, 64))
layers.Add()([a, b])  # error: CAT404 "axis 2 (width) of input 2 has size 1 and is repeated 32 times"
layers.average([b, a])  # error: CAT404 "input 1"
c = layers.Conv2D(64, (32, 1))(a)
layers.Maximum()([a, c])  # error: CAT404

# A residual of one feature.
series = keras.Input((100, 1))
hidden = layers.LSTM(32, return_sequences=True)(series)
layers.Add()([hidden, series])  # error: CAT404 "axis 2 (features) of input 2"
