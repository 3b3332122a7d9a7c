"""What a call is told to make is known whatever goes in; and shapes of two sizes, where sure."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def pictures(x):
    return tf.reshape(
        x, [-1, 512, 512, 1]
    )  # (None, 512, 256, 1)  # error: CAT301 "axis 2 is 512, not 256"


def rows(x, y):
    x = tf.reshape(
        x, (-1, 28 * 28)
    )  # [b, 28, 28] => [b, 700]  # error: CAT301 "axis 1 is 784, not 700"
    return x, y


def decoder(x):
    x = layers.Reshape((4, 4, 256))(
        x
    )  # (None, 4, 4, 128)  # error: CAT301 "axis 3 is 256, not 128"
    x = layers.Flatten()(x)
    return layers.Dense(10)(x)  # (None, 20)  # error: CAT301 "is 10, not 20"


x = tf.random.normal([2, 4])
print(x.shape)  # (2, 5)  # error: CAT301 "is 4, not 5"
net = layers.Dense(10)
y = net(x)  # (2, 11)  # error: CAT301 "is 10, not 11"
maps = np.zeros((4, 32, 32, 3))
print(maps.shape)  # [4, 32, 31, 3]  # error: CAT301 "is 32, not 31"

inputs = keras.Input((1,))
wide = layers.Dense(512)(inputs)  # [None, 1]  # error: CAT301 "is 512, not 1"


def train(db, epochs):
    model = keras.Sequential([layers.Dense(256), layers.Dense(10)])
    model.build(input_shape=(None, 28 * 28))
    for _ in range(epochs):
        for x, y in db:
            # [b, 28, 28] => [b, 785]  # error: CAT301 "axis 1 is 784, not 785"
            x = tf.reshape(x, (-1, 28 * 28))
            # [b, 784] => [b, 11]  # error: CAT301 "axis 1 is 10, not 11"
            out = model(x, training=True)
    return out


def between(data):
    inputs = keras.Input((784,))
    x = layers.Dense(64)(inputs)
    # -> (None, 65)  # error: CAT301 "axis 1 (features) is 64, not 65"
    x = layers.Dense(64)(x)
    model = keras.Model(inputs, layers.Dense(10)(x))
    rows, labels = data.load()
    return model, rows, labels
