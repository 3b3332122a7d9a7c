"""Steps are averaged, or features, by the format that a layer is told."""

from keras import Input, layers

series = layers.LSTM(8, return_sequences=True)(Input((24, 3)))
# average over the sequence
mean = layers.GlobalAveragePooling1D()(series)
# average over the features
mean = layers.GlobalAveragePooling1D(data_format="channels_first")(series)
