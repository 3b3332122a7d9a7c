"""The modules of Keras that `from keras import *` brings."""

from keras import *
from tensorflow.keras import *

image = layers.Input((8, 8, 3))
small = layers.MaxPooling2D()(image)
layers.Concatenate()([image, layers.UpSampling2D()(small)])
layers.Concatenate()([image, small])  # error: CAT101
ops.concatenate([image, small], axis=1)  # error: CAT101
axis = 1 if backend.image_data_format() == "channels_first" else 3
layers.Concatenate(axis=axis)([image, applications.imagenet_utils.preprocess_input(image)])
