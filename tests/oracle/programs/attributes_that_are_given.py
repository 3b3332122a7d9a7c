import keras
from keras import layers

# --- what the program gives a layer it has
x = keras.Input((4,))
d = layers.Dense(3)
d.note = "x"
v = d.note
m = keras.Model(x, d(x))
m.history_of = "y"
w = m.history_of
