"""What networks want to be done to a picture beforehand."""

import keras
import numpy as np
from keras import layers

colours = keras.Input((32, 32, 3))
grey = keras.Input((32, 32, 1))
six = keras.Input((32, 32, 6))
layers.Concatenate(axis=1)([keras.applications.vgg16.preprocess_input(six), colours])
layers.Concatenate(axis=1)([keras.applications.densenet.preprocess_input(grey), colours])
layers.Add()([keras.applications.xception.preprocess_input(six), six])
layers.Add()([keras.applications.imagenet_utils.preprocess_input(six, mode="tf"), six])
first = keras.Input((3, 32, 32))
layers.Add()([keras.applications.imagenet_utils.preprocess_input(first, "channels_first"), first])
layers.Conv2D(4, 3)(keras.applications.vgg16.preprocess_input(keras.Input((None, None, 3))))
keras.applications.vgg16.preprocess_input(np.zeros((2, 8, 8, 6)))


class Prepared(layers.Layer):
    def call(self, x):
        return keras.applications.densenet.preprocess_input(x)


layers.Add()([Prepared()(colours), colours])
