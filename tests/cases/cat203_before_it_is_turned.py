"""What is read before a tensor is turned is read of it as it was."""

import keras
from keras import backend as K
from keras import layers


def shuffled(x, groups):
    batch, width, height, channels = x.shape[0], x.shape[1], x.shape[2], x.shape[3]  # error: CAT203
    x = K.reshape(x, (-1, height, width, groups, channels // groups))
    x = K.permute_dimensions(x, (0, 1, 2, 4, 3))
    return K.reshape(x, (-1, height, width, channels))


layers.Lambda(shuffled)
