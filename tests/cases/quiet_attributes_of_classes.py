"""What the layers of a class have, in this Keras or another, or are given."""

import keras
from keras import layers

layers.Conv2D(4, 3).filters, layers.DepthwiseConv2D(3).filters, layers.SeparableConv2D(4, 3).groups
layers.Conv2DTranspose(4, 3).groups, layers.Bidirectional(layers.LSTM(4)).return_sequences
layers.Bidirectional(layers.LSTM(4)).go_backwards, layers.AdditiveAttention().score_mode
layers.LSTM(4).units, layers.LSTM(4).recurrent_dropout, layers.GRU(4).use_bias
dense = layers.Dense(4)
dense.rate = 0.1
dense.rate
layers.StringLookup(vocabulary=["a"], trainable=1.5)
layers.HashedCrossing(4, activity_regularizer="L3", trainable=None)


class Scaled(layers.Dense):
    groups = 2


Scaled(4).groups
