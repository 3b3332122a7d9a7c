"""A comment with two sides at a reshape that gives both the same name."""

import numpy as np
from tensorflow import keras


def prepare(x_train, x_test):
    # reshape data for CNN as (28,56,1) and normalize  # error: CAT301 "makes both sides image_size"
    image_size = x_train.shape[1]
    x_train = np.reshape(x_train, [-1, image_size, image_size, 1])
    x_test = x_test.reshape(-1, image_size, image_size, 1)  # (28, 29, 1)  # error: CAT301
    return x_train, x_test


image_size = 28
inputs = keras.Input((image_size, image_size, 1))
