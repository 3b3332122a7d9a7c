import keras
from keras import layers

critic = keras.Sequential([  # Convolution, from 28x28x1 into 14x14x32  # error: CAT301
    layers.Conv2D(64, 3, strides=2, padding="same"),
    # Convolutional layer, from 14x14x32 into 7x7x64 tensor
    layers.Conv2D(64, 3, strides=2, padding="same"),
    layers.LeakyReLU(),
    # Convolutional layer, from 7x7x64 into 3x3x128 tensor  # error: CAT301
    layers.Conv2D(128, 3, strides=2, padding="same"),
    layers.LeakyReLU(),
    # Flatten, and say what it is
    layers.Flatten(),
    layers.Dense(1),
])
score = critic(keras.Input((28, 28, 1)))


def decoder(x):
    # up from (7, 7, 64) to (14, 28, 32)  # error: CAT301
    x = layers.Conv2DTranspose(32, 3, strides=2, padding="same")(x)
    x = layers.ReLU()(x)

    x = layers.Conv2DTranspose(16, 3, strides=2, padding="same")(x)  # from 14x14x32 to 28x14x16  # error: CAT301
    return x


made = decoder(keras.Input((None, None, 64)))
