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
