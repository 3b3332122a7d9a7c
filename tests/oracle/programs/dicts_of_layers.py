import keras
from keras import layers, ops


class Both(layers.Layer):
    def call(self, x):
        return {"wide": ops.concatenate([x, x], axis=-1), "a": x}


class Pyramid(keras.Model):
    def call(self, x):
        return [x, {"p4": x[:, ::2], "p3": (x, x[:, ::4])}]


class Declared(layers.Layer):
    def build(self, input_shape):
        pass

    def call(self, x):
        return {"wide": ops.concatenate([x, x], axis=-1), "a": x}

    def compute_output_shape(self, input_shape):
        return {"wide": (*input_shape[:-1], 2 * input_shape[-1]), "a": input_shape}


class Fused(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.parts = {"wide": layers.Dense(4), "a": layers.Dense(4)}

    def call(self, features):
        made = [self.parts[key](value) for key, value in features.items()]
        return ops.concatenate(made, axis=-1)


# --- what a layer gives is a dict
x = keras.Input((3,))
given = Both()(x)
a = given["a"]
b = given.get("wide")
c = layers.Concatenate()(list(given.values()))
d = layers.Add()([given["a"], given["wide"]])
e = len(given)
f = [layers.Dense(len(key))(given[key]) for key in sorted(given)]

# --- whichever comes first
x = keras.Input((3,))
given = Both()(x)
z = [layers.Add()([value, layers.Dense(5)(x)]) for value in given.values()]
a = [layers.Dense(2)(value) for value in given.values()]
b = layers.Concatenate()([*given.values(), x])
more = {**given, "more": x}
c = list(more.values())[2]
d = layers.Concatenate()([*dict(given).values()])

# --- dicts in lists
x = keras.Input((8, 4))
same, levels = Pyramid()(x)
a, b = levels["p3"]
c = levels["p4"]

# --- a declared shape keeps the order
x = keras.Input((3,))
first, second = Declared()(x).values()
y = layers.Add()([first, x])

# --- a dict goes in
x = keras.Input((3,))
y = Fused()({"wide": keras.Input((6,)), "a": x})
z = Fused()({"a": x, "wide": keras.Input((6,))})

# --- a Lambda that gives a dict
x = keras.Input((3,))
given = layers.Lambda(lambda t: {"wide": ops.concatenate([t, t], axis=-1), "a": t})(x)
a, b = given["a"], given["wide"]
c = layers.Concatenate()(list(given.values()))

# --- a model of what a layer gives
x = keras.Input((3,))
model = keras.Model(x, Both()(x))
y = model(keras.Input((3,)))
a, b = y["a"], y["wide"]
