"""A small U-Net on images of any size. Or so it seems."""

from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input(shape=(None, None, 3))
full = layers.Conv2D(32, 3, padding="same")(image)
half = layers.Conv2D(64, 3, padding="same")(layers.MaxPooling2D()(full))
quarter = layers.Conv2D(128, 3, padding="same")(layers.MaxPooling2D()(half))
up = layers.Conv2DTranspose(64, 2, strides=2)(quarter)
up = layers.Concatenate()([half, up])
up = layers.Conv2DTranspose(32, 2, strides=2)(up)
up = layers.Concatenate()([full, up])
model = keras.Model(image, layers.Conv2D(1, 1, activation="sigmoid")(up))
