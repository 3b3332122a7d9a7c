"""A normalisation behind a Conv1D over the steps, among others over the features."""

import keras
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


def frames(shape=(4, 64, 64, 5)):
    inputs = keras.Input(shape)
    x = layers.ConvLSTM2D(64, 3, padding="same", return_sequences=True)(inputs)
    x = layers.BatchNormalization(axis=1)(x)  # error: CAT406 "over axis 1, the time"
    x = layers.ConvLSTM2D(64, 3, padding="same", return_sequences=True)(x)
    x = layers.BatchNormalization()(x)
    x = layers.ConvLSTM2D(32, 3, padding="same", return_sequences=True)(x)
    x = layers.BatchNormalization()(x)
    return layers.Conv3D(1, 3, padding="same")(x)
