import keras
from keras import layers, ops

# --- keywords that no Keras took on these layers
x = keras.Input((28, 28, 3))
v = keras.Input((8,))
a = layers.Conv2D(32, 3, stride=2)(x)
b = layers.ReLU(alpha=0.1)(x)
c = layers.Activation("relu", alpha=0.1)(v)
d = layers.Add(axis=1)([v, v])
e = layers.Rescaling(255, bias=1)(x)
f = layers.Flatten(axis=1)(x)
g = layers.concatenate([v, v], concat_axis=1)
h = layers.concatenate([v, v], axis=-1, name="join", dtype="float32")

# --- what the functions that merge take by position
v = keras.Input((8,))
a = layers.maximum(v, v)
b = layers.dot(v, v, axes=1)
c = layers.maximum([v, v])
d = layers.dot([v, v], 1)

# --- axes of the wrong kind
x = keras.Input((4, 6, 8))
v = keras.Input((8,))
a = layers.BatchNormalization(axis=[1, 2])(x)
b = layers.BatchNormalization(axis=[3])(x)
c = layers.GroupNormalization(4, axis=[1, 2])(x)
d = layers.LayerNormalization(axis="channels")(x)
e = layers.LayerNormalization(axis=[1, 2])(x)
f = layers.Concatenate(axis=(1, 2))([x, x])
g = layers.Concatenate(axis=None)([x, x])
h = layers.Dot(axes="1")([v, v])
i = layers.GlobalAveragePooling2D((2, 2))(x)

# --- numbers and tuples of the wrong kind
v = keras.Input((8, 2))
n = keras.Input((1,), dtype="int32")
a = layers.Dropout(0.5, noise_shape="all")(v)
b = layers.Dropout(0.5, noise_shape=(None, 1, 2))(v)
c = layers.LeakyReLU(None)(v)
d = layers.Hashing(num_bins=3, salt="abc")(n)
e = layers.Hashing(num_bins=3, salt=(1, 2))(n)

# --- a class in the place of a layer
s = keras.Input((10, 8))
a = layers.Bidirectional(layers.LSTM)(s)
b = layers.TimeDistributed(layers.Dense)(s)
c = layers.RNN(4)(s)
d = layers.RNN(layers.StackedRNNCells(layers.GRUCell(8)))(s)
e = layers.RNN(layers.StackedRNNCells([layers.GRUCell(8)]))(s)
f = layers.Bidirectional(layers.LSTM(4))(s)

# --- PReLU without shared axes checks nothing but the rank
p = layers.PReLU()
a = p(keras.Input((4, 8)))
b = p(keras.Input((5, 8)))
c = p(keras.Input((5,)))
q = layers.PReLU(shared_axes=[1])
d = q(keras.Input((4, 8)))
e = q(keras.Input((5, 8)))
f = q(keras.Input((5, 9)))

# --- a second tensor where `training` stands
v = keras.Input((8,))
a = layers.Dense(3)(v, v)
b = layers.Dropout(0.5)(v, v)
c = layers.Dense(3)(v, training=True)

# --- what an Input takes
a = keras.Input("28")
b = keras.Input((3,), dtype="flaot32")
c = keras.Input((3,), dtype="uint8")

# --- a Lambda wants a function
v = keras.Input((8,))
a = layers.Lambda("abs")(v)
b = layers.Lambda(abs)(v)

# --- adaptive pooling looks at its size when it is called
x = keras.Input((32, 32, 8))
pool = layers.AdaptiveAveragePooling2D(-1)
a = pool(x)
other = layers.AdaptiveAveragePooling2D((2, 3))
b = other(x)
c = layers.AdaptiveMaxPooling2D((2, 3, 4))(x)

# --- no index, no number
x = keras.Input((4, 8))
a = x["a"]
b = x[1.5]
c = x + "a"
d = x[:, 1]

# --- a size that Keras does not know is no number of units
x = keras.Input((None, 8))
a = layers.Dense(x.shape[1])(x)
b = layers.LSTM(x.shape[0])(x)
c = layers.Dense(x.shape[-1])(x)

# --- `tf.keras` has an AlphaDropout of its own, that takes any rate
import tensorflow as tf

v = keras.Input((8,))
a = tf.keras.layers.AlphaDropout(1.5)(v)
