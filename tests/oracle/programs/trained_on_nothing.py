import keras
import numpy as np
from keras import layers

# --- arguments of fit that are of no kind that it takes
x, y = np.zeros((6, 4)), np.zeros((6, 3))


def net():
    made = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
    made.compile("sgd", "mse")
    return made


net().fit(x, y, epochs="3", verbose=0)
net().fit(x, y, epochs=1.5, verbose=0)
net().fit(x, y, batch_size="3", verbose=0)
net().fit(x, y, batch_size=-1, verbose=0)
net().fit(x, y, validation_split=1.0, verbose=0)
net().fit(x, y, validation_split="0.1", verbose=0)
net().fit(x, y, callbacks=3, verbose=0)
net().fit(x, y, callbacks=["stop"], verbose=0)
net().fit(x, y, callbacks=[None], verbose=0)
net().fit(x, y, class_weight=[1, 2], verbose=0)
net().fit(x, y, class_weight="balanced", verbose=0)
net().fit(x, y, steps_per_epoch="a", verbose=0)
net().fit(x, y, initial_epoch=None, verbose=0)
net().evaluate(x, y, steps="a", verbose=0)
net().fit(x, y, epochs=0, batch_size=True, callbacks=[], validation_split=None, verbose=0)
net().fit(x, y, callbacks=keras.callbacks.EarlyStopping(), class_weight={0: 1.0}, verbose=0)

# --- what is no data
x, y = np.zeros((6, 4)), np.zeros((6, 3))


def net():
    made = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
    made.compile("sgd", "mse")
    return made


net().fit()
net().fit(None, y)
net().fit("abc", y)
net().fit(3, y)
net().fit([1, 2, 3], [1, 2, 3])
net().fit(x, [[1, 2, 3]])
net().fit([], [])
net().fit(net().inputs[0], y)
net().predict([[1, 2, 3, 4]])
net().predict((1, 2, 3, 4))
net().predict(None)
net().predict(net())
net().predict(len)
net().fit(x)
net().evaluate(x)
net().fit(x, y, validation_data=x)
net().fit(x, y, validation_data=(x, y, x, x))
net().fit(x, y, validation_data=(np.zeros((6, 3)), y), verbose=0)
net().fit(x, y, validation_data=(np.zeros((5, 4)), y), verbose=0)
net().fit(x, y, validation_data=(x, x), verbose=0)
net().fit(x, y, validation_data=[x, y], verbose=0)
net().fit(x, y, sample_weight=np.ones(5), verbose=0)
net().fit(x, y, sample_weight=np.ones(6), verbose=0)


# --- arrays of other ranks
def net():
    made = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(2, 3), layers.Flatten()])
    return made


def other():
    made = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
    return made


net().predict(np.zeros((8, 8, 1)))
net().predict(np.zeros((8, 8)))
net().predict(np.zeros((5, 64)))
a = net().predict(np.zeros((5, 8, 8)), verbose=0)
other().predict(np.zeros(4))
other().predict(np.zeros((6, 2, 4)))
b = other().predict(np.zeros((6, 4, 1)), verbose=0)

# --- inputs and outputs by their names
x, z, y = np.zeros((6, 4)), np.zeros((6, 2)), np.zeros((6, 1))
a, b = keras.Input((4,), name="a"), keras.Input((2,), name="b")


def net():
    made = keras.Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
    made.compile("sgd", "mse")
    return made


net().fit({"a": z, "b": x}, y, verbose=0)
net().fit({"a": x, "b": z}, y, verbose=0)
net().fit({"a": x, "c": z}, y, verbose=0)
net().fit({"a": x}, y, verbose=0)
net().fit({"a": x, "b": z, "c": x}, y, verbose=0)
net().predict(x, verbose=0)
net().predict({"a": x, "c": z}, verbose=0)
p = net().predict({"a": x, "b": z}, verbose=0)

# --- labels in another structure than the outputs
x, y, z = np.zeros((6, 4)), np.zeros((6, 1)), np.zeros((6, 2))
i = keras.Input((4,))
one, two = layers.Dense(1, name="one")(i), layers.Dense(2, name="two")(i)


def net():
    made = keras.Model(i, [one, two])
    made.compile("sgd", ["mse", "mae"])
    return made


net().fit(x, [y, z], verbose=0)
net().fit(x, [y], verbose=0)
net().fit(x, y, verbose=0)
net().fit(x, [y, z, z], verbose=0)
net().fit(x, {"one": y, "two": z}, verbose=0)
net().fit(x, {"one": y, "three": z}, verbose=0)
net().fit(x, {"one": y}, verbose=0)
p, q = net().predict(x, verbose=0)


def other():
    made = keras.Model(i, {"one": one, "two": two})
    made.compile("sgd", {"one": "mse", "two": "mae"})
    return made


other().fit(x, {"one": y, "two": z}, verbose=0)
other().fit(x, {"one": y}, verbose=0)
other().fit(x, y, verbose=0)
r = other().predict(x, verbose=0)


def third():
    made = keras.Model(i, one)
    made.compile("sgd", "mse")
    return made


third().fit(x, {"one": y}, verbose=0)
third().fit(x, [y], verbose=0)

# --- sizes are held against those of the Inputs only the first time
x, z, y = np.zeros((6, 4)), np.zeros((6, 2)), np.zeros((6, 1))
a, b = keras.Input((4,)), keras.Input((2,))
m = keras.Model([a, b], layers.Dense(1)(layers.concatenate([a, b])))
m.compile("sgd", "mse")
m.fit([x, z], y, verbose=0)
m.fit([z, x], y, verbose=0)

# --- what is no optimizer
m = keras.Sequential([keras.Input((4,)), layers.Dense(3)])
m.compile(keras.optimizers.SGD, "mse")
m.compile(("adam", "mse"))
m.compile(["sgd"])
m.compile(3)
m.compile(keras.optimizers.SGD(), "mse")
m.compile(None, "mse")
