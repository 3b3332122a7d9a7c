"""Chains whose end another comment stands before, and sizes of what goes in from outside."""

import keras
from keras import layers, ops

x = keras.Input((13, 13, 256))
# 13,13,256 -> 13,13,128 -> 26,26,128
y = layers.Conv2D(128, 1)(x)
# go on with the larger map
y = layers.UpSampling2D()(y)

# 26,26,128 -> 26,26,64 -> 26,26,32 -> 52,52,32
y = layers.Conv2D(64, 1)(y)
y = layers.Conv2D(32, 1)(y)  # as many as the other one has
# 26,26,32 -> 52,52,32
y = layers.UpSampling2D()(y)


def reduction(x):
    strided = layers.Conv2D(640, 3, strides=2, padding="same")(x)
    pooled = layers.MaxPooling2D(3, 2, padding="same")(x)
    return layers.concatenate([strided, pooled])


def base(x):
    x = layers.Conv2D(384, 3, strides=8, padding="same")(x)

    # 35 x 35 x 384
    # Reduction block
    x = reduction(x)

    # 17 x 17 x 1024
    # Reduction block
    x = reduction(x)
    return x


base(keras.Input((299, 299, 3)))

row = keras.ops.expand_dims(keras.ops.ones((3, 3)), 0)
print(keras.ops.tile(row, [2, 1, 1]))  # [2,1,1]: twice, once, once
wide = keras.ops.tile(row, [2, 1, 1])  # [2, 1, 1] how often


def autoencoder():
    """Its images go in channels first, as Keras is told elsewhere."""
    image = keras.Input(shape=(1, 28, 28))
    x = layers.Conv2D(16, (3, 3), padding="same")(image)
    x = layers.MaxPooling2D(2, padding="same")(x)
    x = layers.Conv2D(8, (3, 3), padding="same")(x)
    encoded = layers.MaxPooling2D(2, padding="same")(x)  # (8, 7, 7)
    # the representation is (8, 7, 7)
    flat = layers.Flatten()(encoded)  # (None, 392)
    return keras.Model(image, flat)


autoencoder()


def scores_of(precisions, jacobians):
    # all at once: (B, steps, m, 1) → (B, steps, m)
    column = ops.expand_dims(jacobians, -1)
    scores = ops.squeeze(ops.matmul(precisions, column), axis=-1)  # (B, steps, m)
    return scores
