import keras
from keras import layers

inputs = keras.Input((128, 128, 3))  # (None, 128, 128, 1)  # error: CAT301 "axis 3 (channels) is 3, not 1"
x = layers.Conv2D(64, 3, padding="same")(inputs)  # (None, 128, 128, 32)  # error: CAT301
x = layers.MaxPooling2D()(x)  # -> 32x32x64  # error: CAT301 "the code gives (None, 64, 64, 64)"
# Output: (None, 64, 64, 128)  # error: CAT301
x = layers.Conv2D(96, 3, padding="same")(x)

x = layers.Conv2D(128, 3, padding="same")(x)
# shape = [?, 64, 64, 256]  # error: CAT301 "the code gives (None, 64, 64, 128)"

h1 = layers.Conv2D(32, 1)(x)  # h1: (bs, 64, 64, 16)  # error: CAT301
h2 = layers.Conv2D(32, 1)(x)  # 52*52*32  # error: CAT301
h3 = layers.MaxPooling2D()(h2)  # 64,64,32 -> 16,16,32  # error: CAT301
print(h3.shape)  # Output: (None, 32, 64, 32)  # error: CAT301 "axis 2 (width) is 32, not 64"
f = layers.Flatten()(h3)  # (None, 1024)  # error: CAT301
y = layers.Dense(10)(f)  # (batch_size, 100)  # error: CAT301

SIZE = 16
z = layers.MaxPooling2D()(h3)  # (None, SIZE, SIZE, 64)  # error: CAT301
w = layers.Conv2D(32, 3)(h3)  # (None, SIZE, SIZE, 32)  # error: CAT301
v = layers.Conv2D(8, 1)(h3)  # shape: ?  # error: CAT301 "the shape here is (None, 32, 32, 8)"

model = keras.Sequential([
    keras.Input((28, 28, 1)),
    layers.Conv2D(32, 3),  # (None, 28, 28, 32)  # error: CAT301
    layers.MaxPooling2D(),  # (None, 13, 13, 32)
    layers.Flatten(),  # (None, 4096)  # error: CAT301
])


def block():
    inner = keras.Input((16, 16, 4))
    return layers.Conv2D(8, 3)(inner)  # (None, 16, 16, 8)  # error: CAT301


block()


def down(filters):
    return keras.Sequential([layers.Conv2D(filters, 4, strides=2, padding="same")])


def encoder():
    image = keras.Input(shape=[64, 64, 3])
    downs = [
        down(16),  # (batch_size, 32, 32, 16)
        down(32),  # (batch_size, 16, 16, 64)  # error: CAT301 "the code gives (None, 16, 16, 32)"
    ]
    for layer in downs:
        image = layer(image)
    return image


encoder()

m = layers.MaxPooling2D()(keras.Input((64, 64, 8)))  # 64x64 -> 16x16  # error: CAT301 "axis 1 (height) is 32, not 16"
n = layers.Conv2D(8, 3, padding="same")(m)  # 64x64  # error: CAT301
n = layers.Conv2D(8, 3, padding="same")(m)  # (None, SIZE * 4, SIZE * 4, 8)  # error: CAT301 "axis 1 (height) is 32, not SIZE * 4"
n = layers.Conv2D(16, 3, padding="same")(m)  # Output: (None, 32, 32, 8)  # error: CAT301
n = layers.Conv2D(8, 3, padding="same")(m)  # (batch, width, height, channels)  # error: CAT301 "the axes are (batch, height, width, channels)"
n = layers.Conv2D(8, 3, padding="same")(m)  # B x C x H x W  # error: CAT301
print(keras.backend.int_shape(n))  # (None, 64, 64, 8)  # error: CAT301
print(n)  # (None, 64, 64, 8)  # error: CAT301
s = layers.LSTM(16)(keras.Input((20, 4)))  # (batch_size, timesteps, 16)  # error: CAT301 "rank 2"
t = layers.LSTM(16, return_sequences=True)(keras.Input((20, 4)))  # (batch, 16)  # error: CAT301
t = layers.Dense(4)(t)  # (batch_size, features, steps)  # error: CAT301
f = layers.Flatten()(n)  # (1024,)  # error: CAT301


def project(x, units):
    return layers.Dense(units * 2)(x)  # (batch, units)  # error: CAT301 "is 32, not units"


project(f, 16)


def stem(image):
    out = layers.MaxPooling2D(3, strides=2)(image)  # shape: (31, 63, 3)  # error: CAT301
    # (None, 31, 31, 16)
    out = layers.Conv2D(16, 1)(out)
    return out


def neck(image):
    out = layers.MaxPooling2D(3, strides=2)(image)
    # (None, 31, 30, 3)  # error: CAT301 "axis 2 (width) is 31, not 30"
    out = layers.Activation("relu")(out)
    return out


neck(keras.Input((64, 64, 3)))


stem(keras.Input((64, 64, 3)))


def units(features, classes=10):
    out = layers.Dense(64)(features)  # (None, 64)
    out = layers.Dropout(0.5)(out)  # (None, 128)  # error: CAT301
    return layers.Dense(classes)(out)


units(keras.Input((32,)))
units(keras.Input((48,)), 5)

stale = keras.Input((32, 32, 3))
stale = layers.MaxPooling2D()(stale)  # (None, 32, 32, 3)  # error: CAT301 "axis 1 (height) is 16"
stale = layers.MaxPooling2D()(stale)  # Size: 16 x 16  # error: CAT301
stale = layers.Flatten()(stale)  # (None, 8, 8, 3)  # error: CAT301

backbone = keras.Sequential([keras.Input((32, 32, 3)), layers.Conv2D(8, 3, name="first")])
skip = backbone.get_layer("first").output  # (None, 30, 30, 16)  # error: CAT301
skip = backbone.layers[0].output  # 30x30x8
whole = backbone(keras.Input((32, 32, 3)))  # (None, 30, 30, 8)
whole = backbone.output  # (None, 30, 30, 4)  # error: CAT301
tokens = layers.Embedding(1000, 64)(keras.Input((128,)))  # (B, T, D) = (B, 128, 32)  # error: CAT301
deep = layers.Conv2D(256 * 16, 3, padding="same")(keras.Input((32, 32, 8)))
deep = layers.Conv2D(256 * 16, 3, padding="same")(deep)  # (None, 32, 32, 256, 8)  # error: CAT301


def judge(size):
    image = keras.Input((size, size, 3))  # 256x256x3  # error: CAT301
    return keras.Model(image, layers.Conv2D(1, 4)(image))


judge(128)
