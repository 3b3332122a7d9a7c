"""Data of all kinds that models are trained on."""

import keras
import numpy as np
from keras import layers

from elsewhere import callbacks, dataset, rows

x, y = np.zeros((6, 4)), np.zeros((6, 3))
model = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
model.compile("sgd", "mse")
model.fit(dataset)
model.fit(rows(), epochs=3)
model.fit(x, y, callbacks=callbacks, epochs=0, batch_size=True, validation_split=None)
model.fit(x, y, callbacks=[*callbacks, keras.callbacks.EarlyStopping()], class_weight={0: 1.0})
model.fit(x, y, validation_data=dataset)
model.fit(x, y, validation_data=(x, y, np.ones(6)))
model.fit(x=x, y=y, validation_data=[x, y], steps_per_epoch=None)
model.fit(*rows())
model.fit(**rows())
model.predict(x[None, 0])
model.predict([x])

single = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
single.compile("sgd", lambda y, p: p)
single.fit(np.zeros(6), np.zeros(6))

first, second = keras.Input((4,), name="first"), keras.Input((2,))
pair = keras.Model([first, second], layers.Dense(1)(layers.concatenate([first, second])))
pair.compile("sgd", "mse")
pair.fit([x, np.zeros((6, 2))], np.zeros((6, 1)))
pair.fit([np.zeros((6, 2)), x], np.zeros((6, 1)))  # held against the Inputs once only


def trained(net, data=None, epochs=None):
    net.compile("sgd", "mse")
    net.fit(data, epochs=epochs)
