import keras
from keras import layers

a = keras.Input((32, 32, 3))
b = keras.Input((32, 32, 1))
shared = layers.Conv2D(16, 3)
shared(a)
shared(b)  # error: CAT125 "Conv2D(16, 3)"
layers.Conv2D(16, 3)(b)

odd = keras.Input((225, 4))
even = layers.UpSampling1D()(layers.MaxPooling1D()(odd))
flat = layers.Dense(8)
flat(layers.Flatten()(odd))
flat(layers.Flatten()(even))  # error: CAT125 "112 came from 225 by MaxPooling1D" "(odd, rounded down)"

inner = keras.Sequential([layers.Dense(4)])
outer = keras.Sequential([keras.Input((8,)), layers.Dense(5)])
outer.add(inner)
outer.add(layers.Dense(6))
inner.add(layers.Dense(7))
# All layers are called anew: the third was made for what the inner model gave before.
outer.add(layers.Dense(3))  # error: CAT125 "expected axis -1 to have size 4, found 7"

other = keras.Sequential([keras.Input((8,)), layers.Dense(5), layers.Dense(9)])
other.pop()
other.add(layers.Reshape((3,)))  # error: CAT123 "(3,) has 3 elements, (None, 5) has 5"
