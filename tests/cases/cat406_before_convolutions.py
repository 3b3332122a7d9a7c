"""What is normalised, activated and then convolved, and stacks that another file calls."""

import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.bn1 = layers.BatchNormalization(axis=1)  # error: CAT406 "before Conv2D" "axis=-1"
        self.relu1 = layers.ReLU()
        self.conv1 = layers.Conv2D(filters, 3, padding="same")
        self.bn2 = layers.BatchNormalization()
        self.conv2 = layers.Conv2D(filters, 3, padding="same")

    def call(self, inputs):
        x = self.bn1(inputs)
        x = self.relu1(x)
        x = self.conv1(x)
        return self.conv2(self.bn2(x))


class Preactivated(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.bn1 = layers.BatchNormalization(axis=1)  # error: CAT406 "before Conv2D" "axis=-1"
        self.conv1 = layers.Conv2D(filters, 3, padding="same")
        self.bn2 = layers.BatchNormalization(axis=1)  # error: CAT406 "axis 1, the height"
        self.conv2 = layers.Conv2D(filters, 3, padding="same")
        self.shortcut = layers.Conv2D(filters, 1)

    def call(self, inputs):
        x = keras.activations.relu(self.bn1(inputs))
        shortcut = self.shortcut(x)
        x = self.conv1(x)
        return shortcut + self.conv2(keras.activations.relu(self.bn2(x)))


def dense_layer(x, growth):
    y = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "before Conv2D"
    y = layers.Conv2D(growth, 3, padding="same")(layers.Activation("relu")(y))
    return layers.Concatenate()([x, y])


def down(filters, normed=True):
    stack = keras.Sequential()
    stack.add(layers.Conv2D(filters, 3, strides=2, padding="same"))
    if normed:
        stack.add(layers.BatchNormalization(axis=1))  # error: CAT406 "axis=-1"
    stack.add(layers.LeakyReLU())
    return stack
