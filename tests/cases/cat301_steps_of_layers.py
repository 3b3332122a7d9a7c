"""Sizes before and after a layer, what is flattened, sequences, docstrings."""

import keras
from keras import layers


class Generator:
    def __init__(self, size):
        self.size = size

    def build(self):
        model = keras.Sequential()
        model.add(layers.Dense(64 * (self.size[0] // 4) * (self.size[1] // 4)))
        model.add(layers.Reshape((self.size[0] // 4, self.size[1] // 4, 64)))
        model.add(layers.UpSampling2D())  # 6x8 -> 12x16
        model.add(layers.UpSampling2D())  # 12x16 -> 24x64  # error: CAT301 "makes 24 x 32"
        model.add(layers.Conv2D(64, 3, strides=2, padding="same"))  # 24x32 -> 24x16  # error: CAT301
        model.build((None, 100))
        return model


def block(X, filters):
    """One block.

    Arguments:
    X -- input tensor of shape (m, n_W_prev, n_H_prev, n_C_prev)  # error: CAT301
    filters -- an integer

    Returns:
    X -- output of the block, tensor of shape (n_W, n_H, n_C)  # error: CAT301 "(batch, height,"
    """
    return layers.Conv2D(filters, 3)(X)


x = block(keras.Input((32, 24, 3)), 32)
x = layers.Flatten()(x)  # 12288  # error: CAT301 "gives (None, 21120)"
sound = keras.Input((1600, 8))
y = layers.Conv1D(64, 3, padding="same")(sound)  # 1600 x 32  # error: CAT301
y = layers.Conv1D(64, 3, padding="same")(sound)  # (800, 64)  # error: CAT301
z = layers.Conv2D(8, 3)(keras.Input((18, 12, 3)))
# 10 x 16 x 8  # error: CAT301 "axis 1 (height) is 16, not 10"
z = layers.Flatten()(z)
first = keras.Input((3, 96, 128))
first = layers.Conv2D(64, 8, 8, data_format="channels_first")(first)  # (64, 16, 12)  # error: CAT301
