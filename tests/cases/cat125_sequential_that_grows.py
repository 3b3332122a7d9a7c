import keras
from keras import layers

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

wrapped = keras.Sequential([layers.Dense(4)])
steps = keras.Sequential([keras.Input((6, 8)), layers.TimeDistributed(wrapped)])
steps.add(layers.LSTM(2, return_sequences=True))
wrapped.add(layers.Dense(7))
steps.add(layers.Dense(3))
