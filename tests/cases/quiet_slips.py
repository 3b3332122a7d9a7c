"""Comments above blocks that may speak of the end of them, and of what goes in, in words."""

import keras
from keras import layers, ops
from nets import block

image = keras.Input((64, 64, 3))

# (None, 32, 32, 16)
x = layers.Conv2D(8, 3, strides=2, padding="same")(image)
x = block(x)

# (None, 16, 16, 8)
x = layers.Conv2D(8, 3, strides=2, padding="same")(image)
x = block(x)

model = keras.Sequential()
model.add(layers.SimpleRNN(10, input_shape=(3, 1)))  # [batch, timesteps, feature]
model.add(layers.Dense(5))  # (batch, units)

loss = ops.mean(layers.Conv2D(8, 3)(image))  # ()
noise = keras.random.normal((8, 10, 32))  # (batch, 10, 32)
sides = layers.Conv2D(8, 3, strides=2, padding="same")(image)  # -> (32, 32)


def discriminator(size):
    image = keras.Input((size[0], size[1], 3))
    x = layers.ZeroPadding2D(1)(image)
    x = layers.Conv2D(128, 4, strides=2)(x)
    # 16,16,256
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(256, 4, strides=2)(x)
    # 8,8,512
    x = layers.ZeroPadding2D(1)(x)
    x = layers.Conv2D(512, 4)(x)
    return keras.Model(image, x)


def small():
    # (None, 6, 6, 4)
    image = keras.Input((8, 8, 3))
    x = layers.Conv2D(4, 3)(image)
    return keras.Model(image, x)


# maps -> (None, 28, 28, 8)
kernel = keras.Variable(keras.random.normal([3, 3, 1, 8]))
