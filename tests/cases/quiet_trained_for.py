"""Words that Keras knows, however they are written, and what is no word."""

import keras
import numpy as np
from keras import layers

x, y = np.zeros((10, 32)), np.zeros((10, 3))
model = keras.Sequential([keras.Input((32,)), layers.Dense(3)])
model.compile("AdamW", "MeanSquaredError", metrics=["acc", "AUC", "top_k_categorical_accuracy"])
model.compile("RMSprop", "crossentropy", metrics=["kl_divergence"])
model.fit(x, y, verbose=0)
model.compile("sgd", "mse", [1.0], ["mae"])
model.fit(x, y, verbose=0)
model.compile(keras.optimizers.Adam(), keras.losses.MeanSquaredError(), metrics=None)
model.fit(x, y, verbose=0)
model.compile("adam", "no loss at all")  # nothing reads it: it is not trained

growing = keras.Sequential([keras.Input((32,)), layers.Dense(3)])
growing.pop()
growing.add(layers.Dense(4))
growing.pop()
