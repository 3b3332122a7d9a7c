import math

import keras
import numpy as np
from keras import layers, ops

# Lists and lone numbers where they are taken.
x = keras.Input((4, 6))
shape = x.shape
some = [shape[i] for i in (1, 2)]
array = np.zeros((2, 4, 6))[:, [0, 2]]
drawn = keras.random.normal((2, 4, 6))[:, 1]
root = x / math.sqrt(x.shape[-1])
product = layers.Lambda(lambda t: ops.tensordot(t, t, axes=(2, 2)))(x)
summed = ops.tensordot(ops.ones((2, 3)), ops.ones((3, 4)), axes=(1, 0))
scaled = x * np.float32(0.5)
both = ops.append(x, np.float32(2.0))
image = keras.Input((8, 8, 8))
depth = layers.Lambda(lambda t: ops.depth_to_space(t, 2))(image)
