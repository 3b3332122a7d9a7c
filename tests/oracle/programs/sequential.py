import keras
from keras import layers

# --- built by hand
m = keras.Sequential([layers.Dense(4), layers.Dense(5)])
m.build((None, 3))
s = m.output_shape
o = m.layers[0].output
z = m.outputs[0]
m2 = keras.Sequential([keras.Input((3,)), layers.Dense(5)])
m2.build((None, 4))
m3 = keras.Sequential([layers.Conv2D(5, 3)])
m3.build((None, 4))
m4 = keras.Sequential()
m4.build((None, 4))
m5 = keras.Sequential([layers.Dense(5)])
m5.build()
m5.build(input_shape=[2, 7])
y5 = m5.outputs[0]
m2.build((None, 3))
m6 = keras.Sequential([keras.Input((None, 3)), layers.Dense(5)])
m6.build((None, None, 3))
m6.build((None, 5, 3))

# --- a Lambda in it has an output
m = keras.Sequential([keras.Input((8,)), layers.Lambda(keras.ops.square, name="sq")])
a = m.layers[-1].output
b = m.get_layer("sq").output
cut = layers.Lambda(lambda t: t[:, None])
c = cut(b)
d = cut.output

# --- one of no layers but an Input takes that, to the batch
m = keras.Sequential([keras.Input((5, 16))])
a = m(keras.Input((16,)))
n = keras.Sequential([keras.Input((16,))])
b = n(keras.Input((16,)))
