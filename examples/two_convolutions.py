"""Two paths of convolutions, joined along their channels. Nothing is wrong here."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input(shape=(256, 256, 3))

fine = layers.Conv2D(32, (3, 3), padding="same", activation="relu")(image)
fine = layers.Conv2D(64, (3, 3), padding="same", activation="relu")(fine)

coarse = layers.Conv2D(32, (5, 5), padding="same", activation="relu")(image)
coarse = layers.Conv2D(64, (5, 5), padding="same", activation="relu")(coarse)

both = layers.Concatenate(axis=-1)([fine, coarse])
print(both.shape)  # Output: (None, 256, 256, 128)

mask = layers.Conv2D(1, (1, 1), activation="sigmoid")(both)
model = keras.Model(inputs=image, outputs=mask)
model.summary()
