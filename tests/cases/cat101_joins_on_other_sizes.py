"""A Concatenate compares sizes when it is built; arrays of other sizes it can't join later."""

import keras
import numpy as np
from keras import layers

image = keras.Input((None, None, 3))
small = layers.MaxPooling2D()(image)
large = layers.UpSampling2D()(small)
net = keras.Model(image, layers.Concatenate()([large, image]))
net(np.zeros((2, 34, 34, 3)))
net(np.zeros((2, 35, 34, 3)))  # error: CAT101
net(np.zeros((2, 34, 35, 3)))  # error: CAT101
net(np.zeros((2, 36, 38, 3)))
net(keras.Input((35, 35, 3)))

padded = layers.ZeroPadding2D(((0, 1), (0, 1)))(large)
odd = keras.Model(image, layers.Concatenate()([padded, image]))
odd(np.zeros((2, 35, 35, 3)))
odd(np.zeros((2, 34, 34, 3)))  # error: CAT101

join = layers.Concatenate(axis=1)
join([np.zeros((2, 3, 4)), np.zeros((2, 5, 4))])
join([np.zeros((2, 3, 6)), np.zeros((2, 1, 6))])
join([np.zeros((2, 3, 4)), np.zeros((2, 3, 5))])  # error: CAT101
join([keras.Input((3, 4)), keras.Input((3, 5))])  # error: CAT408


class Twice(layers.Layer):
    def __init__(self, other):
        super().__init__()
        self.join = layers.Concatenate()
        self.other = other

    def call(self, x):
        both = self.join([x, x])
        return self.join([both, x[:, : self.other]])  # error: CAT101


Twice(4)(keras.Input((4, 2)))
Twice(3)(keras.Input((4, 2)))
