"""What stands at 0, None or nothing until something sets it says no size."""
import keras
from keras import layers


class Vocabulary:
    def __init__(self):
        self.index = {}
        self.depth = 0

    @property
    def size(self):
        return len(self.index)


class Task:
    classes = 0
    units = None

    def __init__(self, width=0):
        self.vocabulary = Vocabulary()
        self.width = width
        self.steps = 0
        self.names = []

    def build(self):
        x = keras.Input((8, 8))
        a = layers.Dense(self.vocabulary.size)(x)
        b = layers.Conv1D(3, self.width)(x)
        c = layers.Dense(self.classes)(x)
        d = layers.Conv1D(3, 3, strides=len(self.names))(x)
        e = layers.Reshape((self.steps, 4))(x)
        f = layers.Dense(self.vocabulary.depth)(x)
        padded = layers.ZeroPadding1D(self.steps)(x)
        g = layers.Add()([padded, layers.ZeroPadding1D(1)(x)])
        h = layers.Dense(self.units)(x)
        return keras.Model(x, [a, b, c, d, e, f, g, h])


def head(classes=0, names=()):
    x = keras.Input((8, 8))
    return layers.Dense(len(names))(layers.Dense(classes)(x))


def net(input_shape=None, batch_shape=None):
    x = keras.Input(shape=input_shape)
    y = keras.Input(batch_shape=batch_shape)
    return layers.Conv2D(8, 3)(x), layers.Dense(3)(y)


def parts(count=0, order=(), size=[], axes=None):
    x = keras.Input((8, 8, 3))
    a = keras.ops.split(x, count, axis=-1)
    b = keras.ops.reshape(x, axes)
    c = layers.Permute(order)(x)
    d = layers.Reshape(size)(x)
    e = layers.MaxPooling2D(count)(x)
    f = keras.ops.concatenate([x, x], axis=axes)
    g = layers.Dot(axes)([x, x])
    return a, b, c, d, e, f, g


class Squeeze(layers.Layer):
    def __init__(self, filters, between=None, **kwargs):
        super().__init__(**kwargs)
        self.reduce = layers.Conv2D(between, 1)
        self.expand = layers.Conv2D(filters, 1)

    def call(self, inputs):
        x = keras.ops.mean(inputs, axis=(1, 2), keepdims=True)
        return inputs * self.expand(self.reduce(x))


class Embedder(layers.Layer):
    def call(self, patches, positions):
        padding = keras.ops.all(keras.ops.equal(positions, -1), axis=-1, keepdims=True)
        return patches * (1.0 - keras.ops.cast(padding, "float32"))


class Encoder(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedder = Embedder()

    def call(self, patches, positions=None):
        if positions is not None:
            flat = keras.ops.reshape(positions, (-1, 2))
        else:
            flat = None
        return self.embedder(patches, flat)
