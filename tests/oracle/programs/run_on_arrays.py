import keras
import numpy as np
from keras import layers, ops

x = keras.Input((4, 5))
query = keras.Input((6, 16))
value = keras.Input((9, 16))
one, two = np.ones((2, 6, 16)), np.ones((2, 9, 16))

# --- attention of arrays that can't be multiplied
a = layers.Attention()([one, np.ones((2, 9, 12))])
b = layers.Attention()([one, np.ones((3, 9, 16))])
c = layers.Attention(score_mode="concat")([one, two, np.ones((2, 8, 16))])
d = layers.AdditiveAttention()([one, np.ones((32, 9, 16))])
e = layers.MultiHeadAttention(2, 4)(one, np.ones((2, 4, 9, 16)))
f = layers.GroupQueryAttention(8, 4, 2)(one, np.ones((7, 9, 16)))
g = layers.Attention()([one, two])
h = layers.Attention()([one, np.ones((1, 9, 16))])
i = layers.GroupQueryAttention(8, 4, 2)(one, np.ones((2, 9, 12)))
j = layers.MultiHeadAttention(2, 4)(one, np.ones((2, 9, 12)))
k = layers.Attention()([query, keras.Input((9, 12))])

# --- a list where a tensor stands
a = layers.Attention()([query, [value]])
b = layers.MultiHeadAttention(2, 4)([query], value)
c = layers.GroupQueryAttention(8, 4, 2)(query, [value, value])
d = layers.Attention()([query, value])
e = layers.MultiHeadAttention(2, 4)(query, value)

# --- states that don't fit
state = np.ones((2, 8))
a = layers.GRU(8)(one, initial_state=np.ones((2, 3)))
b = layers.SimpleRNN(8)(np.ones((12, 6, 16)), initial_state=state)
c = layers.LSTM(8)(one, initial_state=[state, np.ones((2, 4))])
d = layers.LSTM(8)(one, initial_state=[state, state])
e = layers.GRU(8)(one, initial_state=state)
f = layers.RNN(layers.SimpleRNNCell(8), unroll=True)(one, initial_state=[[state, state]])
g = layers.GRUCell(4)(x[:, 0], [keras.Input((4, 1))])
h = layers.GRUCell(4)(x[:, 0], [keras.Input((4,))])

# --- masks of a softmax
a = layers.Softmax()(np.ones((2, 4, 5)), mask=np.ones((5, 4, 2), dtype="bool"))
b = layers.Softmax()(np.ones((2, 4)), mask=np.ones((2, 4, 2), dtype="bool"))
c = layers.Softmax()(np.ones((2, 4, 5)), mask=np.ones((4, 5), dtype="bool"))
d = layers.Softmax()(np.ones((2, 4, 5)), mask=np.ones((2, 1, 5), dtype="bool"))

# --- adaptive poolings of other ranks
a = layers.AdaptiveAveragePooling3D(2)(np.ones((2, 6, 6, 6)))
b = layers.AdaptiveMaxPooling1D(2)(np.ones((2, 6, 6, 6)))
c = layers.AdaptiveMaxPooling2D(2)(np.ones((2, 6)))
d = layers.AdaptiveMaxPooling2D(2)(np.ones((2, 6, 3)))
e = layers.AdaptiveMaxPooling2D(2)(np.ones((2, 6, 6, 3)))
f = layers.AdaptiveAveragePooling1D(2)(np.ones((2, 6, 3)))

# --- lookups that know nothing yet
a = layers.IntegerLookup(max_tokens=10)(np.ones((2, 6), "int64"))
b = layers.Discretization(num_bins=4)(np.ones((2, 6)))
c = layers.IntegerLookup(vocabulary=[1, 2])(np.ones((2, 6), "int64"))
d = layers.Discretization([0.0, 1.0])(np.ones((2, 6)))
e = layers.IntegerLookup(max_tokens=10)(keras.Input((6,), dtype="int64"))

# --- lookups that learned it
known = layers.IntegerLookup(max_tokens=10)
known.adapt(np.ones((2, 6), "int64"))
a = known(np.ones((2, 6), "int64"))

# --- dicts of images
a = layers.RandomFlip()({"image": np.ones((2, 8, 8, 3))})
b = layers.Resizing(4, 4)({"pictures": np.ones((2, 8, 8, 3)), "labels": np.ones((2, 3))})
c = layers.RandomFlip()({"images": np.ones((2, 8, 8, 3)), "labels": np.ones((2, 3))})
d = layers.Resizing(4, 4)(np.ones((2, 8, 8, 3)))

# --- other arguments
a = layers.Dropout(0.5)(x, None, training=True)
b = keras.Input((1,), dtype=True)
c = layers.RandomInvert([layers.Rescaling(1.0)])
d = keras.applications.ResNet50(weights=5, include_top=False)
e = layers.SpectralNormalization(layers.Dense(4))(keras.Input(()))
f = layers.Dropout(0.5)(x, training=True)
g = layers.SpectralNormalization(layers.Dense(4))(x)
h = layers.Lambda(lambda t: ops.sum(t, -1), output_shape=(4,))(np.ones((5, 2, 4, 5)))
i = layers.Lambda(lambda t: ops.sum(t, -1), output_shape=(4,))(x)

# --- what a layer has not
conv = layers.Conv2D(4, 3)
a = conv.shape
b = conv.call(keras.Input((8, 8, 3)))
c = layers.InputLayer(shape=(4, 5)).outputs
built = layers.Dense(3)
built.build((None, 5))
d = built.call(x)
e = built.call
f = layers.Dense(3).call
g = hasattr(conv, "shape")
h = layers.Dense(4)(x).shape

# --- a function where a number stands
a = layers.RandomPosterization(lambda t: t)
b = layers.Conv2D(lambda t: t, 3)
c = layers.Dense(4, activation=lambda t: t)(x)
d = layers.Lambda(lambda t: t)(x)
e = layers.LSTM(4, kernel_initializer=lambda shape, dtype=None: ops.zeros(shape))
f = layers.TextVectorization(standardize=lambda t: t)

# --- arrays of sizes that a model inside has no weights for
inner = keras.Input((1,))
model = keras.Model(inner, layers.Dense(3)(inner))
a = model(np.ones((2, 4)))
b = model(np.ones((2, 1)))
c = model(np.ones((2,)))
