import keras
from keras import layers

# --- outputs by names that there are not
x = keras.Input((4,))
m = keras.Model(x, {"u": layers.Dense(2)(x), "v": layers.Dense(3)(x)})
y = m(x)
u = y["u"]
y["w"]
y[0]
z = y.get("w")
image, label = keras.Input((8, 8, 3)), keras.Input((5,))
both = layers.MixUp()({"images": image, "labels": label})
a = both["images"]
both["label"]

# --- cells without a state
class NoCell(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)

    def call(self, inputs, states):
        return self.dense(inputs), [states[0]]


layers.RNN(NoCell(3))
layers.RNN([layers.LSTMCell(3), NoCell(3)])
r = layers.RNN([layers.LSTMCell(3), layers.GRUCell(2)])
y = r(keras.Input((6, 4)))
