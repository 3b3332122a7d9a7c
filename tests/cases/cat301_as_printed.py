"""Tensors as they are printed, what a script prints, and what a docstring says goes in."""

import keras
from keras import layers

image = keras.Input((32, 32, 3))
x = layers.Conv2D(8, 3, padding="same")(image)  # Tensor("e", shape=(None, 32, 32, 6), dtype=float32)  # error: CAT301
x = layers.MaxPooling2D()(x)  # <KerasTensor shape=(None, 16, 16, 4), dtype=float32, name=k_1>  # error: CAT301
print(x.shape)
# Output: (None, 16, 16, 9)  # error: CAT301 "axis 3 (channels) is 8, not 9"
model = keras.Model(image, x)


def encode(x):  # error: CAT301 "the docstring says (None, 16, 16, 64)"
    """Encode an image.

    Args:
        x: tensor of shape (None, 32, 32, 3).

    Returns:
        Tensor of shape (None, 16, 16, 64).
    """
    x = layers.Conv2D(32, 3, strides=2, padding="same")(x)
    return layers.Conv2D(64, 3, strides=2, padding="same")(x)


encode(image)
print(image.shape)
# (None, 32, 31, 3)  # error: CAT301 "is 32, not 31"
y = layers.MaxPooling2D()(x)
print("y:", y.shape)
# y: (None, 8, 8, 4)  # error: CAT301 "is 8, not 4"

model.summary()
