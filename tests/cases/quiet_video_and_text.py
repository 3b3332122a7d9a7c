import keras
from keras import layers

video = keras.Input((10, 64, 64, 3))
x = layers.ConvLSTM2D(8, 3, padding="same", return_sequences=True)(video)
y = layers.TimeDistributed(layers.Conv2D(8, 3, padding="same"))(video)
layers.Concatenate()([x, y])
tokens = keras.Input((None,), dtype="int32")
words = layers.Embedding(1000, 32)(tokens)
forward = layers.LSTM(16, return_sequences=True)(words)
both = layers.Bidirectional(layers.GRU(8, return_sequences=True))(words)
layers.Concatenate()([forward, both])
scores = layers.Dot(axes=2)([forward, both])
layers.Softmax()(scores)
