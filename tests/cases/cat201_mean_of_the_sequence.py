"""Steps are averaged, or features, by the format that a layer is told."""

from keras import Input, layers

series = layers.LSTM(8, return_sequences=True)(Input((24, 3)))
# average over the sequence  # error: CAT201 "reduces axis 2 (features), but the comment says steps/time"
mean = layers.GlobalAveragePooling1D(data_format="channels_first")(series)
