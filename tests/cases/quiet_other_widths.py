"""Comments for a network of half the channels, for what goes in, and for what a class is told."""

import keras
from keras import layers

d_model = 128


class Attention(layers.Layer):
    def __init__(self, d_model):
        super().__init__()
        self.query = layers.Dense(d_model)
        self.key = layers.Dense(d_model)

    def call(self, x):
        q = self.query(x)  # (batch_size, seq_len, d_model)
        k = self.key(x)  # (batch_size, seq_len, d_model)
        return q + k


sample = Attention(512)(keras.Input((10, 512)))


def generator(filters=128):
    image = keras.Input((64, 64, 3))
    x = layers.Conv2D(filters * 8, 3, padding="same")(image)  # 64, 64, 512
    x = layers.Conv2D(filters * 4, 3, padding="same")(x)  # 64, 64, 256
    x = layers.Conv2D(filters * 2, 3, padding="same")(x)  # 64, 64, 128
    return keras.Model(image, x)


def reduction(x):
    x = layers.Conv2D(8, 3, strides=2)(x)
    return layers.Conv2D(64, 3)(x)


image = keras.Input((35, 35, 384))
# Reduction block: 35 x 35 x 384
x = reduction(image)
image = keras.Input((10, 512))
words = layers.Dense(256)(image)  # (batch_size, steps, units)
units = 128
words = layers.Dense(128)(words)  # (batch_size, steps, units)


class BlockwiseAttention(layers.Layer):
    def __init__(self, heads, window, head_dim):
        super().__init__()
        self.heads, self.window, self.head_dim = heads, window, head_dim

    def call(self, context):
        w = self.window
        h = self.head_dim
        return keras.ops.reshape(context, (-1, 3, self.heads, w, h))
