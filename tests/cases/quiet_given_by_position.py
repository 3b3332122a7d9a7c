"""What Keras takes by position: tensors, None, and whatever the layer says it takes."""

import keras
import numpy as np
from keras import layers, ops

x = keras.Input((4,))


class Repeated(layers.Layer):
    def call(self, x, times=1, training=None):
        return ops.multiply(x, times)


Repeated()(x, times=3)
Repeated()(x, None, None) if False else None
Repeated()(x, np.float32(3))
Repeated()(x, np.sqrt(4.0))
Repeated()(x, x)


class Willing(layers.Layer):
    """Says that it takes numbers."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._allow_non_tensor_positional_args = True

    def call(self, x, times):
        return ops.tile(x, (1, times))


Willing()(x, 3)


class Around(layers.Layer):
    """Takes what it likes, and hands on a tensor."""

    def __call__(self, x, times):
        return super().__call__(ops.tile(x, (1, times)))

    def call(self, x):
        return x + 1


class Alone(layers.Layer):
    def __call__(self, x, times):
        return ops.tile(x, (1, times))


wide = layers.Concatenate()([Around()(x, 3), Alone()(x, 2)])
assert wide.shape == (None, 20)

model = keras.Model(x, layers.Dense(2)(x))
model(x, None)
model(inputs=x, training=False)


class Own(keras.Model):
    def call(self, inputs, training=None, mask=None):
        return super().call(inputs)


Own(x, layers.Dense(2)(x))(x, None)
