"""An Embedding is given vectors that it has no places for, in any Keras."""

import keras
import numpy as np
from keras import layers

words = {"the": 1, "cat": 2, "sat": 3}
vectors = np.zeros((len(words), 8))

layers.Embedding(len(words) + 1, 8, weights=[vectors])  # error: CAT139 "(4, 8) (input_dim, output_dim), are (3, 8)" "input_dim=3, output_dim=8 would"
layers.Embedding(3, 9, weights=[vectors], trainable=False)  # error: CAT139 "must be of shape (3, 9)"
layers.Embedding(3, 8, weights=[vectors.reshape(-1)])  # error: CAT139 "are (24,)"

tokens = keras.Input((5,), dtype="int32")
filled = keras.initializers.Constant(vectors)
layers.Embedding(len(words) + 1, 8, embeddings_initializer=filled)(tokens)  # error: CAT139 "an array of shape (3, 8), the weight is (4, 8)"
biased = layers.Dense(4, bias_initializer=keras.initializers.Constant(np.ones(3)))
biased(keras.Input((8,)))  # error: CAT139 "an array of shape (3,), the weight is (4,)"
