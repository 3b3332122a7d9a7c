"""Values that a constructor refuses, or takes and the first call fails with, in the days of keras.ops."""

import keras
import numpy as np
from keras import layers

rows = keras.Input((12, 4))
image = keras.Input((12, 12, 8))

layers.Dense(3, dtype="float99")  # error: CAT139 "there is no type 'float99'"
layers.Flatten(dtype=32)  # error: CAT139 "must be the name of a type"
layers.Hashing(5, dtype="float32")  # error: CAT139 "must be int32 or int64"
layers.Conv1D(2.5, 3)  # error: CAT125
layers.GroupQueryAttention(4, 4, 1.5)  # error: CAT125
layers.BatchNormalization(axis="last")  # error: CAT139 "`axis` must be a number"
layers.Embedding(True, 4)  # error: CAT139
layers.Wrapper(None)  # error: CAT139
layers.TimeDistributed(lambda step: step)  # error: CAT139 "is not a layer"
layers.Bidirectional(keras.Sequential([layers.LSTM(4)]))  # error: CAT139 "wraps a model"
layers.StringLookup(vocabulary=[1, 2])  # error: CAT139 "must be words, holds 1"
layers.IntegerLookup(vocabulary=["a"])  # error: CAT139 "must be numbers, holds 'a'"

window = layers.Conv2D(4, (3.0, 3.0))
window(image)  # error: CAT139 "`kernel_size` must be integers, is (3.0, 3.0)"
larger = layers.UpSampling2D((1.5, 1.5))
larger(image)  # error: CAT139
grouped = layers.Conv2D(4, 3, groups=2.0)
grouped(image)  # error: CAT139 "`groups` must be an integer"
steps = layers.RNN(layers.LSTM(4))
steps(rows)  # error: CAT139 "is not a cell; LSTMCell is one"
nothing = layers.Pipeline(None)
nothing(image)  # error: CAT139

layers.Concatenate()([rows, None])  # error: CAT139 "with None in it"
layers.add([rows, rows, None])  # error: CAT139 "with None in it"
layers.LeakyReLU()(rows, rows)  # error: CAT139
layers.TimeDistributed(layers.UpSampling2D())(image)  # error: CAT121
layers.TimeDistributed(layers.MaxPooling2D(2))(rows)  # error: CAT121

biased = layers.Conv2D(4, 3, bias_initializer="orthogonal")
biased(image)  # error: CAT139 "which makes a matrix"
layers.Attention()([rows, None])  # error: CAT139 "with None in it"
layers.Add()(None)  # error: CAT139 "is called on None"
layers.GRUCell(4)(keras.Input((6,)), [])  # error: CAT139 "needs a state"
layers.Dense(3, rows)  # error: CAT139 "must be an activation, is a tensor"
layers.InputSpec(ndim=2, axes={2: 8})  # error: CAT139 "which 2 axes do not have"
layers.InputSpec(ndim=2, axis=1)  # error: CAT139
layers.MaxPooling2D()([image])  # error: CAT139 "call it on the tensor itself"
layers.RepeatVector(3)((keras.Input((4,)),))  # error: CAT139
layers.Resizing(4, 4)([image])  # error: CAT139
layers.Add()([rows, rows], rows)  # error: CAT139 "takes 1 positional argument, got 2"
layers.add([rows, rows], dtype=[])  # error: CAT139 "must be the name of a type"
layers.Attention(dropout=0.5, seed=1.5)  # error: CAT139 "`seed` must be an integer"

layers.MaxPooling2D(np.ones((3,)))  # error: CAT139 "must be 2 numbers, is a tensor of shape (3,)"
layers.RandomZoom((None, None))  # error: CAT139 "`height_factor` can't be"
layers.RandomContrast(["a", "b"])  # error: CAT139
layers.LSTM(4, use_cudnn=[])  # error: CAT139 "`use_cudnn` can't be"
layers.Dense(4, name=b"rows")  # error: CAT139 "`name` must be a string"
layers.Dense(4, kernel_initializer=b"ones")  # error: CAT139 "`kernel_initializer` must be an initializer"
layers.Conv2D(4, 3, padding=...)  # error: CAT139 "`padding` can't be"
layers.Dense(4, kernel_regularizer=np.ones((2, 2)))  # error: CAT139 "must be a regularizer, is a tensor"
