import keras
from keras import layers

# --- asked of layers
a = layers.Conv2D(8, 3, strides=2).compute_output_shape((None, 32, 32, 3))
b = layers.Flatten().compute_output_shape((None, 4, 5))
c = layers.Dense(7).compute_output_shape((2, 5))
d = layers.Concatenate(axis=-1).compute_output_shape([(None, 3), (None, 4)])
e = layers.Dense(7).compute_output_shape((None, None))
f = layers.LSTM(3, return_sequences=True).compute_output_shape((None, 6, 5))
g = layers.Bidirectional(layers.LSTM(3)).compute_output_shape((None, 6, 5))

# --- and refused
a = layers.MaxPooling2D(4).compute_output_shape((None, 2, 2, 3))
b = layers.Reshape((5, 2)).compute_output_shape((None, 12))
c = layers.Conv1D(4, 7).compute_output_shape((None, 5, 3))
d = layers.Reshape((3, 4)).compute_output_shape((None, 12))

# --- asked of models
m = keras.Sequential([layers.Dense(4), layers.Dense(2)])
a = m.compute_output_shape((None, 9))
x = keras.Input((8, 8, 3))
n = keras.Model(x, layers.Flatten()(layers.Conv2D(4, 3)(x)))
b = n.compute_output_shape((None, 8, 8, 3))

# --- each of a tensor
x = keras.Input((8,))
a = [t for t in x]
b = [layers.Dense(n)(x) for n in (1, 2)]
