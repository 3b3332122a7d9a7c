import keras
from keras import layers


def conv(x, filters, kernel, strides=1, padding="same"):
    x = layers.Conv2D(filters, kernel, strides=strides, padding=padding, use_bias=False)(x)
    return layers.Activation("relu")(layers.BatchNormalization(axis=-1, scale=False)(x))


def mixed(x, one, three, five, pool):
    branches = [
        conv(x, one, 1),
        conv(conv(x, three[0], 1), three[1], (3, 3)),
        conv(conv(x, five[0], 1), five[1], (1, 7)),
        conv(layers.AveragePooling2D(3, strides=1, padding="same")(x), pool, 1),
    ]
    return layers.concatenate(branches, axis=3)


def reduction(x, filters):
    left = conv(x, filters, 3, strides=2, padding="valid")
    right = layers.MaxPooling2D((3, 3), strides=(2, 2))(x)
    return layers.concatenate([left, right])


inputs = keras.Input(shape=(75, 75, 3))
x = conv(inputs, 8, 3, strides=2, padding="valid")
for _ in range(2):
    x = mixed(x, 8, (8, 16), (4, 8), 8)
x = reduction(x, 24)
x = mixed(x, 16, (8, 16), (4, 8), 8)
outputs = layers.Dense(10, activation="softmax")(layers.GlobalMaxPooling2D()(x))
model = keras.Model(inputs, outputs)

photo = keras.Input((28, 28, 3))
# 28x28x3 -> 14x14x8
y = conv(photo, 8, 3, strides=2)
y = conv(y, 8, 3)
# 14x14x8 -> 1x1x16
y = conv(y, 8, 3)
y = conv(y, 16, 3)

y = layers.GlobalAveragePooling2D()(y)
y = layers.Dropout(0.4)(y)
y = layers.Dense(10)(y)
