"""Shapes that fit what a call is told to make, and pairs of numbers that are no shapes."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def pictures(x):
    return tf.reshape(x, [-1, 512, 512, 1])  # (None, 512, 512, 1)


def rows(x, size):
    x = tf.reshape(x, (-1, 28 * 28))  # [b, 28, 28] => [b, 784]
    x = tf.reshape(x, (size, size, -1))  # (28, 28, 1)
    return tf.reshape(x, tf.shape(x))  # (5, 28, 28)


def decoder(x):
    x = layers.Reshape((-1, 256))(x)  # (None, 16, 256)
    x = layers.Flatten()(x)  # (None, 4096)
    return layers.Dense(10)(x)  # (None, 10)


class Classifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = layers.Conv2D(48, 11)  # takes (None, 224, 224, 3)
        self.pool = layers.MaxPooling2D(3)  # (3, 3)

    def call(self, x):
        return self.pool(self.first(x))


x = tf.random.normal([2, 4])
print(x.shape)  # (2, 4)
y = layers.Dense(10)(x)  # (2, 10)
z = layers.Dense(2)(x)  # (0, 1)
points = np.array([[1, 2]])  # (1, 3)
kernel = layers.Dense(3)  # (2, 2)


def train(db, epochs):
    model = keras.Sequential([layers.Dense(256), layers.Dense(10)])
    model.build(input_shape=(None, 28 * 28))
    for _ in range(epochs):
        for x, y in db:
            # [b, 28, 28] => [b, 784]
            x = tf.reshape(x, (-1, 28 * 28))
            # [b, 784] => [b, 10]
            out = model(x, training=True)
    return out


def grow(x, size):
    x = layers.Reshape((4, 4, 3))(x)
    while size > 4:
        x = layers.UpSampling2D()(x)  # (None, 16, 16, 3)
        size //= 2
    return x


mask = tf.where(unknown > 0.5, False, True)
# mask_reshaped = tf.reshape(mask, [batch_size, anchor_size, grid_y_num, grid_x_num])
updates = tf.ones(shape=(7, 2))


def generator():
    noise = keras.Input((1, 1, 100))
    x = noise
    # 1x1x100
    # the rest is learned

    return layers.Conv2DTranspose(512, 4)(x)


rows = np.array([[1, 2, 3], [4, 5, 6]])
print(rows.shape)  # (3, ) <-> (3, 2)


def anchors(x):
    x = layers.Flatten()(x)
    boxes = layers.Dense(4)(x)
    # [369303, 4], [b, 11]
    # of the anchors, and of what is known of the pictures
    return boxes


def steps(db):
    for x, y in db:
        # x = [b, 28, 28]
        # y = [b]
        x = tf.reshape(x, [-1, 28 * 28])
        logits = layers.Dense(10)(x)
    return logits


def prepared(x, helper):
    x = layers.Flatten()(x)

    # (None, 40)
    x = layers.Dense(10)(x)
    x = helper(x)
    return x


def commented_out(x):
    # input_shape=as_given((32, 32, 3))
    x = layers.Conv2D(8, 3)(x)
    # input_shape=dim_ordering_shape((32, 32, 3))
    x = layers.Conv2D(8, 3)(x)
    return x
