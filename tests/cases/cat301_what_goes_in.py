"""A comment above a block that says what goes into it, of another size; and the last of a function."""

import keras
from keras import layers


def reduction(x):
    strided = layers.Conv2D(640, 3, strides=2, padding="same")(x)
    pooled = layers.MaxPooling2D(3, 2, padding="same")(x)
    return layers.concatenate([strided, pooled])


x = keras.Input((38, 38, 384))

# 35 x 35 x 384  # error: CAT301 "what goes in is (None, 38, 38, 384): axis 1 (height) is 38, not 35"
# Reduction block
x = reduction(x)

# 19 x 19 x 1020  # error: CAT301 "what goes in is (None, 19, 19, 1024): axis 3 (channels) is 1024, not 1020"
# Reduction block
x = reduction(x)

# 10,10,1664 -> 10,10,128 -> 20,20,64  # error: CAT301 "the code gives (None, 20, 20, 128)"
y = layers.Conv2D(128, 1)(x)
y = layers.UpSampling2D()(y)


def head(x):
    # last block: 10 x 10 x 12  # error: CAT301 "the code gives (None, 10, 10, 16)"
    x = layers.Conv2D(16, 1)(x)
    x = layers.Activation("relu")(x)
    return x


below = sorted([3, 2])
head(y[:, ::2, ::2])
first = keras.Input((3, 64, 48))  # (3, 64, 40)  # error: CAT301 "is 48, not 40"
