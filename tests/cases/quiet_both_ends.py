"""The two ends of a side, in a comment that is right, or of both sides; for TensorFlow 2.10."""

import keras
import tensorflow as tf
from keras import layers

maps = keras.Input((32, 40, 8))
# pad the top and bottom
a = layers.ZeroPadding2D(((3, 3), (0, 0)))(maps)
# pad left/right and top/bottom
b = layers.ZeroPadding2D(((3, 3), (0, 0)))(maps)
c = layers.Cropping2D(((0, 0), (2, 2)))(maps)  # crop left and right
d = tf.split(maps, 2, axis=2)  # two halves along the width
# join the left and right halves again
e = layers.Concatenate(axis=2)(d)
