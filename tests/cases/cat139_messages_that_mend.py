"""What a message says beside the shapes: what the layer takes, what its weights are for."""

import keras
from keras import layers

image = keras.Input((64, 64, 3))
flat = layers.Flatten()(image)
again = layers.Conv2D(8, 3)(flat)  # error: CAT121 "expected ndim=4, found ndim=2; it takes (batch, height, width, channels)"
steps = layers.LSTM(8)(image)  # error: CAT121 "it takes (batch, steps, features)"

score = layers.Dense(4)
first = score(keras.Input((10,)))
second = score(keras.Input((12,)))  # error: CAT125 "found 12; its weights were made for (None, 10) on line 12"

left = layers.Dense(4)(layers.Flatten()(image))
right = layers.Dense(5)(layers.Flatten()(image))
angle = layers.Dot(axes=1)([left, right])  # error: CAT112 "axis 1 of the second is 5"

turned = layers.Conv2D(32, 5)(keras.Input((3, 224, 224)))  # error: CAT122 "data_format='channels_first' would take 3 as its channels"
grouped = layers.Conv2D(16, 3, groups=5)(image)  # error: CAT125 "filters=16 can't be divided by groups=5"

meta = keras.Input((4,))
both = layers.Concatenate()([layers.GlobalMaxPooling2D()(image), meta])
model = keras.Model(image, layers.Dense(1)(both))  # error: CAT131 "the outputs need `meta` [line 22], which is not among the model's inputs"

stack = keras.Sequential([keras.Input((28, 28)), layers.Conv2D(3, 3, name="look")])  # error: CAT121 "Conv2D ('look') expected ndim=4"

batches = layers.Conv2D(4, 3)(keras.Input((600, 28, 28, 1)))  # error: CAT121 "the batch is no part of an Input's shape: (28, 28, 1) without 600"
grey = layers.Conv2D(4, 3)(keras.Input((28, 28)))  # error: CAT121 "(28, 28, 1) would have one channel"
series = layers.GRU(4)(keras.Input((30,)))  # error: CAT121 "(30, 1) would be 30 steps of one feature, (None, 30) any number"
last = layers.LSTM(5)(keras.Input((7, 3)))
deeper = layers.LSTM(5)(last)  # error: CAT121 "return_sequences=True in LSTM ('lstm_1') would give (None, 7, 5)"
both_ways = layers.Bidirectional(layers.GRU(5))(keras.Input((7, 3)))
convolved = layers.Conv1D(4, 3)(both_ways)  # error: CAT121 "would give (None, 7, 10)"

video = layers.ConvLSTM2D(4, 3)(image)  # error: CAT121 "it takes (batch, time, height, width, channels)"
stacked = keras.Sequential([keras.Input((8,)), layers.Dense(4)])
stacked(keras.Input((7,)))  # error: CAT139 "Sequential(" "cannot take (None, 7)"
