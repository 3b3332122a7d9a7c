"""A comment above a block is held against what in it comes nearest."""

import keras
from keras import layers


def branch(x, filters):
    return layers.Conv2D(filters, 3, padding="same")(x)


x = keras.Input((38, 38, 192))
# mixed 0: 35 x 35 x 256  # error: CAT301 "the code gives (None, 38, 38, 256): axis 1 (height) is 38, not 35"
narrow = branch(x, 64)
wide = branch(branch(x, 48), 96)
pooled = branch(layers.AveragePooling2D(3, 1, padding="same")(x), 96)
x = layers.concatenate([narrow, wide, pooled], axis=-1, name="mixed0")

# 38,38,256 -> 38,38,160 -> 38,38,320
y = layers.Conv2D(160, 3, padding="same")(x)
y = layers.Conv2D(320, 3, padding="same")(y)

# mixed 1: 38 x 38 x 300  # error: CAT301 "the code gives (None, 38, 38, 288): axis 3 (channels) is 288, not 300"
narrow = branch(x, 64)
wide = branch(x, 128)
pooled = branch(layers.AveragePooling2D(3, 1, padding="same")(x), 96)
x = layers.concatenate([narrow, wide, pooled], axis=-1, name="mixed1")

# it has the shape of the feature maps, and is processed by
# the decoder back to (38, 38, 192)
flat = layers.Flatten()(x)

# 2x block: 35 x 35 x 288  # error: CAT301 "the code gives (None, 38, 38, 288): axis 1 (height) is 38, not 35"
for _ in range(2):
    branches = [branch(x, 144), branch(x, 144)]
    x = layers.concatenate(branches, axis=-1)

# mixed 5, 6: 38 x 38 x 288
for _ in range(2):
    branches = [branch(x, 144), branch(x, 144)]
    x = layers.concatenate(branches, axis=-1)
x = layers.MaxPooling2D(2)(x)

# 3 x 3 x 64
for filters in (16, 32, 64):
    x = layers.Conv2D(filters, 3, strides=2, padding="same")(x)
