import json

import keras
from keras import layers

settings = json.loads('{"size": 64, "axis": -1, "filters": [4, 8]}')
image = keras.Input((settings["size"], settings["size"], 3))
x = image
for filters in settings["filters"]:
    x = layers.Conv2D(filters, 3, padding="same")(x)
layers.Concatenate(axis=settings["axis"])([x, image])
layers.Reshape((settings["size"] * settings["size"], -1))(x)
