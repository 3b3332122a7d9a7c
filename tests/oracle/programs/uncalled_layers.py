import keras
import numpy as np
from keras import layers

# --- layers and models in the place of what they return
x = keras.Input((4,))
d = layers.Dense(3)
m = keras.Model(x, layers.Dense(2)(x))
s = keras.Sequential([layers.Dense(3), layers.Dense(2)])
d[0]
m[0]
s[-1]
d + 3
d * 2
d + d
for t in d:
    t = 3
for t in m:
    t = 3
[t for t in d]
a, b = s
y = d(x) if d else x
z = d is None

# --- attributes that none has
x = keras.Input((4,))
d = layers.Dense(3)
m = keras.Model(x, d(x))
s = keras.Sequential([layers.Dense(3)])
d.unit
d.out_feature
d.fit(np.zeros((2, 4)), np.zeros((2, 3)))
d.compile("sgd")
d.summary()
d.get_layer("a")
m.add(layers.Dense(3))
m.pop()
m.layerss
s.removed(d)
s.sumary()
u = d.units
n = m.name

# --- as many parts as a layer is called on
class Pair(layers.Layer):
    def call(self, x):
        a, b = x
        return a + b


class Third(layers.Layer):
    def call(self, x):
        return x[2]


x = keras.Input((4,))
y = Pair()([x, x])
Pair()([x, x, x])
z = Third()([x, x, x])
Third()([x, x])

# --- sizes that the shape in build has not
class Fourth(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(shape[3], 2))

    def call(self, x):
        return x


y = Fourth()(keras.Input((2, 3, 4)))
Fourth()(keras.Input((4,)))


class Unpacked(layers.Layer):
    def build(self, shape):
        batch, steps, features = shape
        self.w = self.add_weight(shape=(features, 2))

    def call(self, x):
        return x


z = Unpacked()(keras.Input((3, 4)))
Unpacked()(keras.Input((4,)))
