import keras
from keras import layers, ops


class Two(layers.Layer):
    def call(self, a, b, scale=1.0):
        return (a + b) * scale


class Pool(layers.Layer):
    def __init__(self, axis=1, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis

    def call(self, x):
        return ops.mean(x, axis=self.axis)


class Nothing(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(3)


# --- arguments of `call`
x = keras.Input((3,))
a = Two()(x)
b = Two()(x, x)
c = Two()(x, x, scale=2.0)
d = Two()(x, x, factor=2.0)
e = Two()(x, x, training=True)

# --- keywords that go up to the base class
x = keras.Input((3, 4))
a = Pool(axis=1, name="mean")(x)
b = Pool(axis=1, units=3)(x)

# --- a model without `call`
x = keras.Input((3,))
y = Nothing()(x)

# --- what goes wrong in a Lambda comes out where it is called
x = keras.Input((8, 4))
squeeze = layers.Lambda(
    lambda t: ops.squeeze(t, 1)
)
a = squeeze(x)
b = layers.Lambda(lambda t: ops.squeeze(t, 1))(x)
c = layers.Lambda(lambda t, u: t + u)(x)
d = layers.Lambda(lambda t, k: t * k, arguments={"k": 3})(x)
e = layers.Lambda(lambda t: ops.squeeze(t, 1), output_shape=(4,))(x)
