"""Attributes of layers that something gives them, and arguments that fit."""

import keras
from keras import layers, ops

x = keras.Input((8,))


class Plain(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def call(self, x):
        return x * self.units


Plain(3, name="plain")(x)
Plain(units=3)(x)


class Later(layers.Layer):
    scale = 2

    def call(self, x):
        return x * self.scale * self.shift


later = Later()
later.shift = 3
later(x)


class Base(layers.Layer):
    """Its heirs say how much."""

    def call(self, x):
        return x * self.amount()


class Heir(Base):
    def amount(self):
        return 3


Heir()(x)


class Asked(layers.Layer):
    def call(self, x):
        if hasattr(self, "extra"):
            x = x + self.extra
        return x + getattr(self, "more", 0)


Asked()(x)


class Tried(layers.Layer):
    def call(self, x):
        try:
            return x + self.maybe
        except AttributeError:
            return x


Tried()(x)


class Abstract(layers.Layer):
    """Nothing here makes one: what it lacks its heirs in other files have."""

    def call(self, x):
        return self.transform(x)


class OfKeras(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(4)

    def call(self, x):
        return self.dense(x) * len(self.trainable_variables)


OfKeras()(x)


class Property(layers.Layer):
    @property
    def double(self):
        return 2

    def call(self, x):
        return x * self.double


Property()(x)


class Within(layers.Layer):
    class Inner:
        size = 3

    def call(self, x):
        for self.count in range(3):
            x = x + self.count
        with keras.name_scope("a") as self.scope:
            return x + self.Inner.size


Within()(x)
