"""Sentences that end with an arrow and a shape; sizes with dots for the rest."""

import keras
from keras import layers

model = keras.Sequential()
# convolutions with 64 filters + pooling => 64 x 65 x 64  # error: CAT301 "axis 2 (width)"
model.add(layers.Conv2D(64, 3, padding="same", input_shape=(64, 64, 3)))
model.add(layers.MaxPooling2D())
# convolutions with 128 filters + pooling => 32 x 32 x 256  # error: CAT301 "axis 3 (channels)"
model.add(layers.Conv2D(128, 3, padding="same"))
model.add(layers.MaxPooling2D())

image = keras.Input((32, 32, 3))
meta = keras.Input((5,))
x = layers.GlobalAveragePooling2D()(layers.Conv2D(16, 3)(image))
# merge picture and meta data along the feature axis -> (None, 16)  # error: CAT301 "is 21"
x = layers.concatenate([x, meta], axis=1)

x = layers.Reshape((3, 3, 384))(layers.Dense(3 * 3 * 384)(x))
x = layers.Conv2DTranspose(192, 5)(x)  # upsample to (7, 14, ...)  # error: CAT301 "is 7, not 14"
