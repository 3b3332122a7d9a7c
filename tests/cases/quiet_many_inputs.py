import keras
from keras import layers

NUMERIC = ["age", "height", "weight"]
CATEGORIES = {"colour": 12, "city": 300}

inputs = {name: keras.Input((1,), name=name) for name in [*NUMERIC, *CATEGORIES]}
encoded = [layers.Normalization()(inputs[name]) for name in NUMERIC]
for name, count in CATEGORIES.items():
    embedded = layers.Embedding(count, min(50, count // 2))(inputs[name])
    encoded.append(layers.Flatten()(embedded))

features = layers.concatenate(encoded)
hidden = features
for units in (64, 32):
    hidden = layers.Dense(units, activation="relu")(hidden)
    hidden = layers.Concatenate()([hidden, features])
model = keras.Model(inputs, {"price": layers.Dense(1)(hidden), "class": layers.Dense(4)(hidden)})
