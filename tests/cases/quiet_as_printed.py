"""The same that is right; and a docstring that is about images of another size."""

import keras
import numpy as np
import pytest
from keras import layers

image = keras.Input((32, 32, 3))
x = layers.Conv2D(8, 3, padding="same")(image)  # Tensor("e", shape=(None, 32, 32, 8), dtype=float32)
x = layers.MaxPooling2D()(x)  # <KerasTensor shape=(None, 16, 16, 8), dtype=float32, name=k_1>
print(x.shape)
# Output: (None, 16, 16, 8)
model = keras.Model(image, x)
print(x.shape)
# Output: (None, 8, 8, 8)
y = layers.MaxPooling2D()(x)


def encode(x):
    """Encode an image.

    Args:
        x: tensor of shape (None, 224, 224, 3).

    Returns:
        Tensor of shape (None, 112, 112, 64).
    """
    return layers.Conv2D(64, 3, strides=2, padding="same")(x)


encode(image)
with pytest.raises(AssertionError):
    assert x.shape == (None, 1)
z = layers.MaxPooling2D()(image)  # for 256 px: 128 x 128 x 3

x_train = np.load("digits.npy")
print(x_train.shape)
# (60000, 28, 28)
a = keras.Input((32, 28, 1))
print(x_train[0].shape)
# (27, 28)
b = layers.Conv2D(4, 3)(a)
for weight in keras.Model(a, b).weights:
    print(weight.name, weight.shape)
# conv2d/kernel  (3, 3, 1, 4)
# conv2d/bias    (4,)

for weight in keras.Model(a, b).weights:
    print(weight.shape)
# (9, 3, 1, 4)

c = layers.Dense(10)(layers.Flatten()(b))
keras.Model(a, c).summary()
# _________________________________________________________________
# Layer (type)                 Output Shape              Param #
# =================================================================
# conv2d (Conv2D)              (None, 30, 26, 4)         40

d = layers.Dense(100)(c)
# Layer (type)                 Output Shape              Param #
# dense_1 (Dense)              (None, 200)               1100
e = layers.Dense(10)(d)
keras.Model(a, e)
# (1, 2, 3)
f = layers.Dense(10)(d)
