"""What looks odd and Keras takes."""

import keras
from keras import layers, ops

image = keras.Input((8, 8, 3))
row = keras.Input((6,))

magnitude = abs(row)
joined = layers.Concatenate()([magnitude, row])
assert joined.shape == (None, 12)
doubled = layers.Lambda(lambda x: x * 2)(row, training=True)
units = layers.UnitNormalization()([row, joined])
assert units[1].shape == (None, 12)
pooled = layers.MaxPooling2D(strides=0)
spread = layers.TimeDistributed(layers.GlobalAveragePooling1D())(image)
assert spread.shape == (None, 8, 3)

layers.RandomFlip(factor=None)
layers.RandomBrightness(factor=(-0.5, 0.5))
layers.RandomGaussianBlur(sigma=float("nan"))
layers.TextVectorization(2.5)
