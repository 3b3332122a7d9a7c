"""Classes derived from a layer of Keras make other weights than it does, or more."""

import keras
import numpy as np
from keras import layers, ops


class Depthwise(layers.Conv2DTranspose):
    def build(self, input_shape):
        self.depthwise = self.add_weight(shape=(*self.kernel_size, input_shape[-1], 1))
        self.built = True

    def call(self, x):
        return ops.repeat(x, 2, axis=-1)


class Shifted(layers.Dense):
    def build(self, input_shape):
        self.shift = self.add_weight(shape=(7, 1))
        super().build(input_shape)


class Gated(layers.Dense):
    def __init__(self, units):
        super().__init__(units)
        self.gate = self.add_weight(shape=(units,))

    def call(self, x):
        return self.gate * super().call(x)


class Doubled(layers.Dense):
    def call(self, x):
        return 2 * super().call(x)


image = keras.Input((4, 4, 3))
depthwise = Depthwise(filters=2, kernel_size=(2, 2))
model = keras.Model(image, depthwise(image))
depthwise.set_weights([np.zeros((2, 2, 3, 1))])
weights = model.layers[1].weights
assert weights[0].shape == (2, 2, 3, 1)

rows = keras.Input((5,))
for layer in (Shifted(4), Gated(4)):
    layer(rows)
    assert len(layer.weights) == 3
    layer.set_weights([np.zeros(tuple(weight.shape)) for weight in layer.weights])
shifted = Shifted(4)
shifted(rows)
shifted.set_weights([np.zeros((7, 1)), np.zeros((5, 4)), np.zeros((4,))])
assert shifted.weights[0].shape == (7, 1)
assert shifted.count_params() == 31
doubled = Doubled(4)
doubled(rows)
assert doubled.weights[0].shape == (5, 4)
