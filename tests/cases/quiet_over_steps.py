"""Normalisations of sequences over their steps that are meant, or may be."""

import keras
from keras import layers


def all_over_steps(inputs, units):
    x = layers.Conv1D(units, 3, padding="same")(inputs)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Conv1D(units, 3, padding="same")(x)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Conv1D(units, 1)(x)
    x = layers.BatchNormalization()(x)
    return x


def of_other_layers(inputs, units):
    x = layers.LSTM(units, return_sequences=True)(inputs)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Permute((2, 1))(layers.Conv1D(units, 1)(x))
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Conv1D(units, 1, data_format="channels_first")(x)
    return layers.BatchNormalization(axis=1)(x)


def of_one_or_other(latent, name):
    x = layers.Conv2D(256 if "semantic" in name else 32, 5, data_format="channels_first")(latent)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Conv2D(64 if name else 32, 5)(keras.Input((32, 32, 3)))
    return layers.BatchNormalization()(x)


def frames(shape=(4, 64, 64, 5)):
    inputs = keras.Input(shape)
    x = layers.ConvLSTM2D(64, 3, padding="same", return_sequences=True)(inputs)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.ConvLSTM2D(64, 3, padding="same", return_sequences=True)(x)
    x = layers.BatchNormalization(axis=1)(x)
    x = layers.Conv3D(1, 3, padding="same")(x)
    return layers.BatchNormalization()(x)
