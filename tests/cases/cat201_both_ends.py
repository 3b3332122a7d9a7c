"""The two ends of a side, in a comment; for TensorFlow 2.10."""

import keras
import tensorflow as tf
from keras import layers

maps = keras.Input((32, 40, 8))
# pad the left and right borders  # error: CAT201 "width"
a = layers.ZeroPadding2D(((3, 3), (0, 0)))(maps)
b = layers.Cropping2D(((0, 0), (2, 2)))(maps)  # crop top and bottom  # error: CAT201 "height"
c = tf.split(maps, 2, axis=2)  # two halves along the height  # error: CAT201
