"""What layers take where they run, and of symbolic tensors."""

import keras
import numpy as np
from keras import layers, ops

steps = np.ones((4, 12, 6), "float32")

layers.Attention()([steps, steps[:, :7]])
layers.Attention()([steps, np.ones((1, 7, 6), "float32")])
layers.Attention(score_mode="concat")([steps, np.ones((4, 7, 1), "float32")])
layers.AdditiveAttention()([steps, np.ones((4, 7, 5), "float32"), steps[:, :7]])
layers.MultiHeadAttention(2, 3)(steps, np.ones((4, 9, 5), "float32"))
layers.Softmax(axis=-2)(np.ones((4, 20), "float32"))
layers.GRU(8)(steps, initial_state=np.ones((4, 8), "float32"))
layers.LSTM(8)(steps, initial_state=[np.ones((4, 8), "float32"), np.ones((4, 8), "float32")])
layers.AdaptiveMaxPooling1D(3)(steps)

layers.Attention()([keras.Input((12, 6)), keras.Input((7, 6))])
layers.GRU(8)(keras.Input((12, 6)), initial_state=keras.Input((8,)))


class Reads(layers.Layer):
    def __init__(self):
        super().__init__()
        self.attention = layers.Attention()

    def call(self, query, memory):
        return self.attention([query, memory])


Reads()(keras.Input((None, 16)), keras.Input((12, 16)))
