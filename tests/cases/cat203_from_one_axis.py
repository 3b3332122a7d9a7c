"""Both sides read from one axis; pictures that TensorFlow decodes."""

import numpy as np
import tensorflow as tf
from keras import backend as K
from keras import layers

images = np.load("images.npy")
IMG_HEIGHT = images.shape[2]  # error: CAT203 "the same axis as IMG_WIDTH"
IMG_WIDTH = images.shape[2]
IMG_CHANNELS = images.shape[3]
conv = layers.Conv2D(8, 3)


def sample(image):
    batch = K.shape(image)[0]
    height = K.shape(image)[1]
    width = K.shape(image)[1]  # error: CAT203 "axis 1 is the height"
    channels = K.shape(image)[3]
    return K.reshape(image, (batch, height * width, channels))


def load(path):
    image = tf.io.read_file(path)
    image = tf.image.decode_jpeg(image)
    width = tf.shape(image)[0]  # error: CAT203 "a shape gives the height before the width"
    half = width // 2
    return image[:, :half, :], image[:, half:, :]
