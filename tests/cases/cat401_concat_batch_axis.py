import keras
from keras import layers

a = keras.Input((8,))
b = keras.Input((8,))
layers.Concatenate(axis=0)([a, b])  # error: CAT401 "along axis 0, the batch"
c = layers.Dense(4)(a)
d = layers.Dense(4)(b)
keras.ops.concatenate([c, d], axis=0)  # error: CAT401
layers.Concatenate(axis=-2)([a, b])  # error: CAT401 "axis=-2"
layers.Concatenate(axis=1)([a, b])
layers.Softmax(axis=0)(c)  # error: CAT401 "normalises along axis 0, the batch"
keras.activations.softmax(c, axis=-2)  # error: CAT401


class Branches(keras.Model):
    def __init__(self):
        super().__init__()
        self.narrow = layers.Conv2D(8, 3, padding="same")
        self.wide = layers.Conv2D(8, 5, padding="same")

    def call(self, x):
        return keras.ops.concatenate([self.narrow(x), self.wide(x)], axis=0)  # error: CAT401


Branches()(keras.Input((32, 32, 3)))


# Said to be one batch of both.
real, fake = keras.Input((32, 32, 3)), keras.Input((32, 32, 3))
keras.ops.concatenate([real, fake], axis=0)
keras.ops.concatenate([real, keras.ops.flip(real, 2)], axis=0)  # error: CAT401
# both halves go through the tower in one batch
layers.Concatenate(axis=0)([a, b])
big_batch = layers.Concatenate(axis=0)([c, d])
joined = layers.Concatenate(axis=0)([c, d])  # (batch, 4)  # error: CAT401
# not in one batch
layers.Concatenate(axis=0)([a, b])  # error: CAT401
