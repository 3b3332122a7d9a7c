"""Behind normalisations that other packages bring, which leave the shape."""

import keras
import tensorflow_addons as tfa
from keras import layers
from keras_contrib.layers.normalization.instancenormalization import InstanceNormalization

image = keras.Input((64, 64, 3))
x = layers.Conv2D(16, 4, strides=2, padding="same")(image)
x = InstanceNormalization(axis=-1)(x)
x = layers.Conv2D(32, 4, strides=2, padding="same")(x)  # 32,32,32  # error: CAT301 "is 16"
x = tfa.layers.InstanceNormalization()(x)
x = layers.ReLU()(x)  # (None, 16, 16, 64)  # error: CAT301 "is 32, not 64"
