"""The channels of a layer that is made where nobody gives them are known in every call."""

import keras
from keras import layers

CODE = 20


class Autoencoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.encoder = keras.Sequential([layers.Dense(256), layers.Dense(CODE)])
        self.decoder = keras.Sequential([layers.Dense(256), layers.Dense(784)])

    def call(self, inputs):
        # [b, 784] => [b, 10]  # error: CAT301 "is 20, not 10"
        code = self.encoder(inputs)
        # [b, 10] => [b, 784]
        return self.decoder(code)


class Classifier(keras.Model):
    def __init__(self, classes=100):
        super().__init__()
        self.pool = layers.GlobalAveragePooling2D()
        self.head = layers.Dense(classes)

    def call(self, inputs):
        x = self.pool(inputs)  # [b, 256]
        return self.head(x)  # [b, 10]


autoencoder = Autoencoder()
pictures = autoencoder(keras.Input((784,)))
labels = Classifier(10)(keras.Input((4, 4, 256)))
