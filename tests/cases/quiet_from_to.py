import keras
from keras import layers

critic = keras.Sequential([
    # from 28x28x1 into 14x14x32
    layers.Conv2D(32, 3, strides=2, padding="same"),
    layers.LeakyReLU(),
    # from 14x14x32 to 4x4x128, in two steps
    layers.Conv2D(64, 3, strides=2, padding="same"),
    layers.Conv2D(128, 3, strides=2, padding="same"),
    # from 4x4x128 to 2048
    layers.Flatten(),
    layers.Dense(1),
])
score = critic(keras.Input((28, 28, 1)))


def decoder(x, skip):
    # from 7x7x64 to 14x14x64, and the skip beside it
    x = layers.Conv2DTranspose(32, 3, strides=2, padding="same")(x)
    x = layers.Concatenate()([x, skip])

    # the kernels grow from 1x1x64 to 3x3x64
    x = layers.Conv2D(64, 3, padding="same")(x)

    # from 14x14x64 to 56x56x16
    for _ in range(2):
        x = layers.Conv2DTranspose(16, 3, strides=2, padding="same")(x)
    # images from 64x64x3 to 32x32x3
    x = layers.Conv2D(16, 3, padding="same")(x)
    return x


made = decoder(keras.Input((None, None, 64)), keras.Input((None, None, 32)))
