"""Layers that nothing in the file calls: their channels are known all the same."""

import keras
from keras import layers


class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.features = keras.Sequential([
            layers.Conv2D(48, 11, strides=4),  # output(None, 55, 55, 48)
            layers.MaxPooling2D(3, 2),  # output(None, 27, 27, 48)
            layers.Conv2D(128, 5, padding="same"),  # output(None, 27, 27, 64)  # error: CAT301 "128"
        ])
        self.flat = layers.Flatten()
        self.wide = layers.Dense(1024)  # output(None, 2048)  # error: CAT301 "axis 1 (features) is 1024, not 2048"
        self.head = layers.Dense(classes)  # output(None, 5)

    def call(self, x):
        return self.head(self.wide(self.flat(self.features(x))))
