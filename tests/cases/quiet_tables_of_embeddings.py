"""Vectors that an Embedding has places for, or that nobody knows the number of."""

import keras
import numpy as np
from keras import layers

words = {"the": 1, "cat": 2, "sat": 3}
size = len(words) + 1
vectors = np.zeros((size, 8))
for word, place in words.items():
    vectors[place] = np.ones(8)

layers.Embedding(size, 8, weights=[vectors])
layers.Embedding(size, 8, weights=vectors, mask_zero=True)
layers.Embedding(size, 8)


def table(vocabulary, dim=8):
    """Nobody says how many words there are."""
    return layers.Embedding(len(vocabulary) + 1, dim, weights=[np.zeros((len(vocabulary) + 1, dim))])


table(words)


def of_words(words):
    """How many there are nobody says; what it gives is known all the same."""
    embedded = layers.Embedding(len(words), 8)(keras.Input((5,), dtype="int32"))
    return layers.Reshape((40,))(embedded)

codes = keras.Input((5,), dtype="int32")
layers.Embedding(3, 8, embeddings_initializer=keras.initializers.Constant(np.zeros((3, 8))))(codes)
layers.Embedding(3, 8, embeddings_initializer=keras.initializers.Constant(np.zeros(8)))(codes)
layers.Embedding(3, 8, embeddings_initializer=keras.initializers.Constant(np.zeros((3, 1))))(codes)
layers.Embedding(3, 8, embeddings_initializer=keras.initializers.Constant(0.5))(codes)
layers.Dense(4, bias_initializer=np.zeros(4))(keras.Input((8,)))
layers.Dense(4, use_bias=False, bias_initializer=np.zeros(3))(keras.Input((8,)))
