"""Comments that fit what is reshaped, or speak of what it was before."""

import numpy as np
from tensorflow import keras


def prepare(x_train, x_test):
    # reshape data for CNN as (28,28,1) and normalize
    image_size = x_train.shape[1]
    x_train = np.reshape(x_train, [-1, image_size, image_size, 1])
    # (2, 4) pictures of 28x56x3 each were read

    x_test = x_test.reshape(-1, image_size, image_size, 1)
    # halves of (28, 14)
    halves = x_test.reshape(-1, image_size, image_size)
    height, width = 28, 28
    x_train = x_train.reshape(-1, height, width, 1)  # (28, 14, 1)
    return x_train, halves


image_size = 28
inputs = keras.Input((image_size, image_size, 1))
