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

named = {"first": dense}
named["second"] = layers.Dense(3)
named["second"]
named.get("third")
more = [dense]
more += [layers.Dense(3)]
more[1]
try:
    more[2]
except IndexError:
    more = []
layers.Dense(3, kernel_initializer={"class_name": "HeNormal", "config": {}})


class Doubled(layers.Wrapper):
    def call(self, x):
        return self.layer(x) * 2


Doubled(dense)(keras.Input((3,)))
