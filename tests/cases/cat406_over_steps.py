"""A normalisation behind a Conv1D over the steps, among others over the features."""

from keras import layers


def block(inputs, units):
    x = layers.Conv1D(units, 3, padding="same")(inputs)
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "over axis 1, the steps" "axis=-1"
    x = layers.ReLU()(x)
    x = layers.Conv1D(units, 3, padding="same")(x)
    x = layers.BatchNormalization()(x)
    x = layers.ReLU()(x)
    x = layers.Conv1D(units, 1)(x)
    x = layers.BatchNormalization(axis=-1)(x)
    return x


def head(latent, name):
    x = layers.Conv2DTranspose(256 if "semantic" in name else 32, 5, padding="same")(latent)
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "axis 1, the height"
    return x
