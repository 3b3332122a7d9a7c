"""Settings of the right kind that no layer or function takes."""

import keras
from keras import layers, ops

image = keras.Input((8, 8, 3))

zoomed = layers.RandomZoom((-2.0, 0.5))  # error: CAT139
blurred = layers.RandomGaussianBlur(kernel_size=4)  # error: CAT139 "must be odd"
grey = layers.RandomGrayscale((0.1, 0.2))  # error: CAT139 "must be one number"
turned = layers.RandomRotation(0.1, fill_mode="edge")  # error: CAT139
transposed = ops.transpose(image, 1)  # error: CAT139 "must be a tuple"
sideways = ops.rot90(image, axes=(1, 2, 3))  # error: CAT139
small = ops.image.resize(image, 4)  # error: CAT139 "must be 2 numbers"
parts = ops.array_split(image, [2, 4], axis=1)  # error: CAT139
shifted = layers.RandomTranslation(0.1, 0.1, factor=0.2)  # error: CAT139 "`factor` can't be 0.2"
larger = layers.RandomZoom(0.2, factor=(0.1, 0.2))  # error: CAT139 "`factor` can't be (0.1, 0.2)"
evened = layers.Equalization(factor=2)  # error: CAT139 "must lie in [-1, 1]"
double = layers.Dense(3, dtype="double")  # error: CAT139 "there is no type 'double'"
named = layers.Dense(3, name=image)  # error: CAT139 "`name` must be a string"
