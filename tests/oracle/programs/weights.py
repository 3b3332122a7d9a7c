import keras
import numpy as np
from keras import layers

# --- of a Dense and of convolutions
d = layers.Dense(4)
y = d(keras.Input((3,)))
a = tuple(d.kernel.shape)
b = tuple(d.bias.shape)
n = d.count_params()
c = layers.Conv2D(8, (3, 5), groups=2)
z = c(keras.Input((9, 9, 4)))
e = tuple(c.kernel.shape)
m = c.count_params()
t = layers.Conv2DTranspose(8, 3, data_format="channels_first", use_bias=False)
w = t(keras.Input((4, 9, 9)))
f = tuple(t.kernel.shape)
o = t.count_params()
s = layers.SeparableConv1D(6, 3, depth_multiplier=2)
v = s(keras.Input((9, 4)))
p = s.count_params()
q = [tuple(weight.shape) for weight in s.weights]
h = layers.DepthwiseConv2D(3, depth_multiplier=2)
x = h(keras.Input((9, 9, 4)))
r = h.count_params()

# --- of recurrent layers
x = keras.Input((5, 3))
a = layers.LSTM(4)
b = layers.GRU(4)
c = layers.SimpleRNN(4, use_bias=False)
d = layers.GRU(4, reset_after=False)
y = [a(x), b(x), c(x), d(x)]
n = [a.count_params(), b.count_params(), c.count_params(), d.count_params()]
m = [tuple(weight.shape) for weight in b.weights]

# --- of normalizations and an Embedding
x = keras.Input((5, 6))
a = layers.BatchNormalization(scale=False)
b = layers.LayerNormalization(axis=1)
c = layers.Embedding(100, 7)
y = [a(x), b(x), c(x)]
n = [a.count_params(), b.count_params(), c.count_params()]
m = [tuple(weight.shape) for weight in a.weights]

# --- of a model
m = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3), layers.BatchNormalization()])
m.add(layers.MaxPooling2D())
m.add(layers.Flatten())
m.add(layers.Dropout(0.5))
m.add(layers.Dense(10))
n = m.count_params()
w = [tuple(weight.shape) for weight in m.weights]
x = keras.Input((8, 8, 3))
o = keras.Model(x, layers.Dense(2)(m(x))).count_params()

# --- a layer that was built for one size takes no other
d = layers.Dense(4)
d.build((None, 3))
a = tuple(d.kernel.shape)
b = d(keras.Input((5,)))
c = d(keras.Input((7, 3)))

# --- set by hand
x = keras.Input((4,))
d = layers.Dense(3)
y = d(x)
d.set_weights([np.zeros((4, 3)), np.zeros((3,))])
d.set_weights([np.zeros((5, 3)), np.zeros((3,))])
d.set_weights([np.zeros((4, 3))])
m = keras.Model(x, layers.Dense(2, use_bias=False)(y))
m.set_weights([np.zeros((4, 3)), np.zeros((3,)), np.zeros((3, 2))])
m.set_weights([np.zeros((4, 3)), np.zeros((3,)), np.zeros((2, 3))])
m.set_weights(m.get_weights())
b = layers.BatchNormalization()
z = b(x)
b.set_weights([np.ones(4), np.zeros(4), np.zeros(4), np.ones(4)])
b.set_weights([np.ones(4), np.zeros(4), np.zeros(4)])
c = layers.Conv2D(8, 3)
w = c(keras.Input((9, 9, 2)))
c.set_weights([np.zeros((3, 3, 2, 8)), np.zeros(8)])
c.set_weights([np.zeros((3, 3, 8, 2)), np.zeros(8)])
g = layers.GRU(4)
v = g(keras.Input((5, 3)))
g.set_weights([np.zeros((3, 12)), np.zeros((4, 12)), np.zeros((2, 12))])
g.set_weights([np.zeros((3, 12)), np.zeros((4, 12)), np.zeros((12,))])

# --- layers that have none
a = len(layers.RandomZoom(0.2).weights)
b = len(layers.UnitNormalization().weights)
c = len(layers.AugMix().weights)
d = len(layers.CategoryEncoding(3).weights)
e = len(layers.Hashing(3).weights)
f = len(layers.MixUp().weights)
g = len(layers.Equalization().weights)
