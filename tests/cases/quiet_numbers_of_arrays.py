"""Tests of what arrays hold: of numbers that are known, and of some that are not."""

import keras
import numpy as np
from keras import layers, ops

maps = keras.Input((8, 8, 6))
rates = np.linspace(0.0, 0.2, 4)
counts = np.array([2, 3])
layers.Add()([maps, layers.Dense(5 if rates[0] > 0.0 else 6)(maps)])
layers.Add()([maps, layers.Dense(6 if rates[1] >= rates[0] else 5)(maps)])
layers.Add()([maps, layers.Dense(6 if counts[0] < counts[1] else 5)(maps)])
drawn = np.random.rand(3)
layers.Add()([maps, layers.Dense(6 if drawn[0] >= 0.0 else 5)(maps)])
layers.Add()([maps, (layers.Dropout(0.1) if drawn[1] > 0.5 else layers.Activation("relu"))(maps)])
spread = [rate for rate in ops.linspace(0.0, 0.1, 3)]
layers.Add()([maps, layers.Dense(6 if spread[1] > 0.0 else 5)(maps)])


class Folded(layers.Layer):
    def call(self, x, size=None):
        height, width, channels = x.shape[-3:]
        if ops.ndim(x) == 5:
            return ops.reshape(x, (-1, height, width, channels))
        return ops.reshape(x, (-1, size, height, width, channels))


frames = Folded()(keras.Input((7, 8, 8, 6)))
layers.Conv2D(4, 3)(frames)
