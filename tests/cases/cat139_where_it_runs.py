"""Layers on arrays, and in the bodies of others, refuse what they let pass of symbolic tensors."""

import keras
import numpy as np
from keras import layers, ops

steps = np.ones((4, 12, 6), "float32")
shorter = np.ones((4, 7, 5), "float32")

layers.Attention()([steps, shorter])  # error: CAT101 "the last axis of query and key is 6 vs 5"
layers.AdditiveAttention()([steps, steps, steps[:, :7]])  # error: CAT101 "axis 1 of value and key is 12 vs 7"
layers.MultiHeadAttention(2, 3)(steps, np.ones((4, 20), "float32"))  # error: CAT103 "query and value have other ranks"
layers.Softmax(axis=2)(np.ones((4, 20), "float32"))  # error: CAT139 "there is no axis 2"
layers.GRU(8)(steps, initial_state=np.ones((4, 6), "float32"))  # error: CAT139 "a state must be (batch, 8), is (4, 6)"
layers.LSTM(8)(steps, initial_state=[np.ones((4, 8), "float32")])  # error: CAT139 "has two states, is given 1"
layers.AdaptiveMaxPooling1D(3)(np.ones((4, 8, 8, 3), "float32"))  # error: CAT121 "needs rank 3, has rank 4"


class Reads(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.Attention()

    def call(self, query, memory):
        return self.attention([query, memory])  # error: CAT101 "16 vs 32"


Reads()(keras.Input((10, 16)), keras.Input((12, 32)))
