"""Two paths that end in a pooling, joined along their channels. Nothing is wrong here."""

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input(shape=(128, 128, 3))

wide = layers.Conv2D(64, (3, 3), padding="same", activation="relu")(image)
wide = layers.Conv2D(128, (3, 3), padding="same", activation="relu")(wide)
wide = layers.MaxPooling2D((2, 2))(wide)

narrow = layers.Conv2D(32, (3, 3), padding="same", activation="relu")(image)
narrow = layers.Conv2D(64, (3, 3), padding="same", activation="relu")(narrow)
narrow = layers.MaxPooling2D((2, 2))(narrow)

both = layers.Concatenate(axis=-1)([wide, narrow])
print(both.shape)  # Output: (None, 64, 64, 192)

mask = layers.Conv2D(1, (1, 1), activation="sigmoid")(both)
model = keras.Model(inputs=image, outputs=mask)
model.summary()
