import keras
from keras import layers

model = keras.Sequential([keras.Input((8,)), layers.Dense(5), layers.Dense(9)])
model.pop()
model.add(layers.Reshape((5, 1)))
model.add(layers.Flatten())
model.pop()
model.add(layers.Conv1D(4, 5))
keras.Model(model.inputs[0], layers.Reshape((2, 2))(model.outputs[0]))

wrapped = keras.Sequential([layers.Dense(4)])
steps = keras.Sequential([keras.Input((6, 8)), layers.TimeDistributed(wrapped)])
steps.add(layers.LSTM(2, return_sequences=True))
wrapped.add(layers.Dense(7))
steps.add(layers.Dense(3))
