import keras
from keras import layers

# --- layers that a model does not have
x = keras.Input((16, 16, 3))
y = layers.Conv2D(8, 3, name="c2")(layers.Conv2D(8, 3, name="c1")(x))
m = keras.Model(x, y)
a = m.get_layer("conv2").output
b = m.get_layer("c2").output
c = m.get_layer(index=5).output
d = m.get_layer(index=-1).output
e = m.get_layer("c1", 0).output
f = m.get_layer().output

# --- and those of a pretrained network
base = keras.applications.VGG16(weights=None, include_top=False, input_shape=(64, 64, 3))
a = base.get_layer("block4_conv3").output
b = base.get_layer("block4_conv4").output

# --- two layers of one name
m = keras.Sequential()
m.add(keras.Input((8,)))
m.add(layers.Dense(3, name="d"))
m.add(layers.Dense(3, name="d"))

# --- two of one name in a functional model, and one layer called twice
x = keras.Input((8,))
y = layers.Dense(3, name="d")(layers.Dense(3, name="d")(x))
m = keras.Model(x, y)
shared = layers.Dense(8, name="e")
n = keras.Model(x, shared(shared(x)))
s = n.output_shape

# --- what is no layer in a Sequential
m = keras.Sequential([keras.Input((4,))])
m.add(layers.Dense(3)(keras.Input((4,))))
m.add([layers.Dense(3), layers.Dense(4)])
m.add(layers.Dense(2))
n = keras.Sequential(layers.Dense(3), layers.Dense(4))

# --- a Model of half its arguments
x = keras.Input((4,))
y = layers.Dense(3)(x)
m = keras.Model(x)
n = keras.Model(outputs=y)
o = keras.Model(x, y)

# --- a model that begins in the middle of another has an Input of its own
x = keras.Input((None, 5))
h = layers.DepthwiseConv1D(2, depth_multiplier=3)(x)
m = keras.Model(h, layers.Dense(4)(layers.GlobalMaxPooling1D()(h)))
y = layers.Dense(2)(m.output)
sources = keras.utils.get_source_inputs(y)
n = keras.Model(sources, y)
a = n(keras.Input((None, 15)))
o = keras.Model(x, m.output)
p = keras.Model(m.input, y)
s = p.input_shape
q = keras.Model([x, h], layers.Concatenate()([x, h]))
b = q([keras.Input((None, 5)), keras.Input((None, 15))])
