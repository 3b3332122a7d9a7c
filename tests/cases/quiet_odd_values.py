"""Odd values that Keras takes."""

import keras
import numpy as np
import tensorflow as tf
from data import bins, values
from keras import layers

rows = keras.Input((12, 4))
image = keras.Input((12, 12, 8))
sound = keras.Input((2000, 1))
first, second = keras.Input((1,), dtype="int32"), keras.Input((1,), dtype="int32")

layers.StringLookup(vocabulary=["a"], dtype="float99")
layers.Dense(3, dtype="mixed_float16")(rows)
layers.Dense(3, dtype="int8_from_float32")
layers.Hashing(5, dtype="float32", output_mode="one_hot")
layers.IntegerLookup(vocabulary=["1", 2])
layers.HashedCrossing(10, depth=2)((first, second))
layers.Normalization(axis=None)([rows, image])
layers.BatchNormalization(axis="1", momentum="0.9")(rows)
layers.Resizing(4, 4)([image, None])
layers.Conv2D(4, 3, strides=(2.0, 2.0))(image)
layers.MaxPooling2D((1.5, 1.5))(image)
layers.STFTSpectrogram(frame_step=1.5)(sound)
layers.TimeDistributed(layers.MaxPooling2D(2))(image)
layers.TimeDistributed(layers.ZeroPadding1D(1))(image)
model = keras.Model(rows, layers.Dense(3)(rows))
model(rows, None)
layers.Dense(3, kernel_initializer="orthogonal", bias_initializer="identity", use_bias=False)(rows)
layers.InputSpec(max_ndim=2, axes={-1: 8, 1: 8})
layers.Dense(3, bias_initializer=np.zeros(3))(rows)
layers.UpSampling2D()([np.zeros((2, 4, 4, 3))])
layers.MaxPooling1D()([rows])
layers.Resizing(4, 4)([image, image])
layers.Attention(seed=1.5)([rows, rows])
layers.MultiHeadAttention(2, 3, dropout=0.0, seed=1.5)(rows, rows)
layers.Cropping1D(cropping=[2, 1])(rows)
layers.ZeroPadding1D(padding=[2, 1], data_format="channels_first")(rows)

# A tensor for a vocabulary: its words are not known.
layers.StringLookup(vocabulary=tf.constant(["a", "b"]))

# Which of the lists are appended to nobody knows.
groups = {key: [] for key in (1, 2, 3)}
rows, named = [[], []], {"a": {"shape": (4,)}, "b": {}}
with np.errstate(all="ignore"):
    for i in range(len(values)):
        groups[bins[i]].append(values[i])
        rows[bins[i]].extend(values)
        named[bins[i]]["shape"] = (4, 3)
    for array in [np.array(part) for part in (*groups.values(), *rows)]:
        print(array.shape[1], np.zeros(named["a"]["shape"]).shape[1])
