"""Steps that are normalised each by itself, where the others are over the features."""

from keras import layers


class Transition(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.bn = layers.BatchNormalization(axis=1)  # error: CAT406 "before Conv1D"
        self.relu = layers.ReLU()
        self.conv = layers.Conv1D(filters, 1)

    def call(self, x):
        x = self.bn(x)
        x = self.relu(x)
        return self.conv(x)


class Stem(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.bn0 = layers.BatchNormalization()
        self.conv1 = layers.Conv1D(filters, 7)
        self.bn1 = layers.BatchNormalization()
        self.conv2 = layers.Conv1D(filters, 3)
        self.bn2 = layers.BatchNormalization()

    def call(self, x):
        x = self.conv1(self.bn0(x))
        x = self.conv2(self.bn1(x))
        return self.bn2(x)
