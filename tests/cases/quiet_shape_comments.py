import keras
from keras import layers

inputs = keras.Input((128, 128, 3))  # (None, 128, 128, 3)
x = layers.Conv2D(64, 3, padding="same")(inputs)  # (batch, 128, 128, 64)
x = layers.Conv2D(64, (3, 3), padding="same")(x)  # (3, 3) kernel
x = layers.Conv2D(64, 3, padding="same")(x)  # B x H x W x 64
x = layers.MaxPooling2D()(x)  # 64x64x64
x = layers.MaxPooling2D()(x)  # (64, 64, 64) -> (32, 32, 64)
# (None, 32, 32, 128)
x = layers.Conv2D(128, 3, padding="same")(x)
# shape = [?, 32, 32, 128]

# 32x32x128 if the image is 128x128, else 64x64x128
x = layers.Activation("relu")(x)
x = layers.Activation("relu")(x)  # was (None, 64, 64, 128) before
x = layers.Activation("relu")(x)  # see (Smith, 2017), 3x3 and 1x1
x = layers.Activation("relu")(x)  # (128, 32, 32): channels first in the paper
x = layers.Activation("relu")(x)  # (..., 128)
x = layers.Activation("relu")(x)  # e.g. (None, 7, 7, 512)
x = layers.Conv2D(256, 1)(x)  # in: (None, 32, 32, 128)
f = layers.Flatten()(x)  # (None, 32*32*256)
g = layers.Flatten()(x)  # 32*32*256
h = layers.GlobalAveragePooling2D(keepdims=True)(x)  # (None, 256)
i = layers.Reshape((1024, 256))(x)  # 32x32x256
unknown = layers.Conv2D(8, 3)(keras.Input((None, None, 3)))  # (None, 222, 222, 8)
channels = 8
j = layers.Conv2D(8, 1)(x)  # (None, 32, 32, channels)
k = layers.Conv2D(8, 1)(x)  # (N, size, size, 8)
values = [1, 2, 3]  # (1, 2, 3)


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)  # (None, 224, 224, 64)
    x = layers.MaxPooling2D()(x)  # (None, 112, 112, 64)
    return x


block(inputs, 16)


def build(input_shape):
    image = keras.Input(input_shape)  # (224, 224, 3)
    out = layers.Conv2D(64, 3, strides=2, padding="same")(image)  # (112, 112, 64)
    return out


build((96, 96, 3))


def down(filters):
    return keras.Sequential([layers.Conv2D(filters, 4, strides=2, padding="same")])


def up(filters):
    return keras.Sequential([layers.Conv2DTranspose(filters, 4, strides=2, padding="same")])


def generator():
    image = keras.Input(shape=[64, 64, 3])
    downs = [
        down(16),  # (batch_size, 32, 32, 16)
        down(32),  # (batch_size, 16, 16, 32)
        down(64),  # (batch_size, 8, 8, 64)
    ]
    ups = [
        up(32),  # (batch_size, 16, 16, 64)
        up(16),  # (batch_size, 32, 32, 32)
    ]
    x = image
    skips = []
    for layer in downs:
        x = layer(x)
        skips.append(x)
    for layer, skip in zip(ups, reversed(skips[:-1])):
        x = layer(x)
        x = layers.Concatenate()([x, skip])
    return keras.Model(image, x)


generator()

m = layers.MaxPooling2D()(keras.Input((64, 64, 8)))  # 64x64 -> 32x32
n = layers.Conv2D(8, 4, padding="same")(m)  # 32x32
n = layers.Conv2D(8, 4, padding="same")(m)  # 4x4
n = layers.Conv2D(8, 7, padding="same")(m)  # 7 x 7
n = layers.Conv2D(8, 1)(m)  # (None, SIZE, SIZE, 8)
n = layers.Conv2D(8, 1)(m)  # (B, H, W, C)
n = layers.Conv2D(8, 1)(m)  # Output: (None, 32, 32, 8)
p = layers.Permute((2, 1, 3))(m)  # (batch, width, height, channels)
s = keras.Input((20, 4))  # (batch, seq_len, features)
s = layers.LSTM(16, return_sequences=True)(s)  # (n, 16)
h = keras.Input((5,))  # (hidden_size, 1)
# the layer that follows is used by the decoder, which brings
# the maps back to (28, 28, 1)
m = layers.Conv2D(8, 1)(m)


def project(x, units):
    units = units * 2
    return layers.Dense(units)(x)  # (batch, units)


project(keras.Input((4,)), 16)


class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        # [b, 64, 64, 3] => [b, 1]
        self.conv = layers.Conv2D(8, 5, 3)
        self.flat = layers.Flatten()

    def call(self, inputs):
        return self.flat(self.conv(inputs))


Critic()(keras.Input((64, 64, 3)))


def imagenet(image):
    out = layers.Conv2D(64, 7, strides=2, padding="same")(image)  # (112, 112, 64)
    out = layers.MaxPooling2D(3, strides=2, padding="same")(out)  # (56, 56, 64)
    return out


imagenet(keras.Input((96, 96, 3)))
t = keras.Input((20, 4))
u = layers.Flatten()(t)  # t: (None, 20, 4)
stack = keras.Sequential(
    [
        layers.Dense(64),  # [b, 128] => [b, 64]
        # layers.Dense(16),  # [b, 64] => [b, 16] # one more
        layers.Dense(10),  # [b, 64] => [b, 10]
    ]
)
stack.build((None, 128))
count = keras.ops.size(keras.ops.ones((3, 4)))
parts = sorted([7, count * 2], key=str)  # [b, rows, columns, 7] -> [b, rows * columns, 7]

# What values lie between.
pictures = keras.Input((64, 64, 3))
x = layers.Rescaling(1 / 127.5, -1)(pictures)  # [-1, 1]
x = (x + 1) * 127.5  # [-1, 1] -> [0, 255]
x = layers.Activation("tanh")(x)  # (-1, 1)
x = layers.Dense(2, activation="tanh")(layers.Flatten()(x))  # [-1,1]に正規化
# The channels as the product that they are.
deep = layers.Conv2D(256 * 16, 3, padding="same")(keras.Input((32, 32, 8)))  # size=32x32x256x16
deep = layers.Conv2D(256 * 16, 3, padding="same")(deep)  # (None, 32, 32, 256, 16)
sizes = keras.ops.zeros((3, 4), dtype="int32")
parts = keras.ops.concatenate([sizes, sizes])  # list of [batch, h, w, c]
