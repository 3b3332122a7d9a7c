import keras
import numpy as np
from keras import layers

# --- weights of which a size is not known
layers.Dense(3).build((None, None))
layers.BatchNormalization().build((None, None))
layers.LSTM(3).build((None, 3, None))
layers.Dense(3).build((None, 4))
layers.Dense(3).build(())

# --- convolutions look at the whole shape
layers.Conv2D(32, 128).build((None, 64, 64, 32))
layers.Conv2D(32, 128, padding="same").build((None, 64, 64, 32))
layers.Conv2D(32, 3).build((None, 64, 64))
layers.Conv1D(4, 3, data_format="channels_first").build((None, 4, 8, 8))
layers.DepthwiseConv2D(70).build((None, 64, 64, 3))
layers.Conv2DTranspose(4, 3).build((None, 64, 64))
layers.Conv2D(4, 3, groups=3).build((None, 64, 64, 4))

# --- what merges compares; what has no weights looks at nothing
layers.Add().build([(None, 3), (None, 4)])
layers.Add().build((None, 3))
layers.Add().build([(None, 3), (None, 1)])
layers.Concatenate().build([(None, 3, 4), (None, 4, 4)])
layers.Dot(1).build([(None, 3), (None, 4)])
layers.Flatten().build((None, 3))
layers.MaxPooling2D(7).build((None, 3, 3, 1))
layers.Reshape((7,)).build((None, 3))

# --- a layer that was built by hand is held to it
dense = layers.Dense(3)
dense.build((None, 4))
y = dense(keras.Input((4,)))
z = dense(keras.Input((5,)))

# --- a Normalization that has learnt takes any tensor
a = layers.Normalization(axis=2)
a.adapt(np.zeros((8, 5, 4)))
y = a(keras.Input((4,)))
b = layers.Normalization(axis=2)
b.adapt(np.zeros((8, 4)))
c = layers.Normalization(axis=2)
z = c(keras.Input((4,)))
