"""The places of a grid's cells are turned, an image is not."""

import numpy as np
from tensorflow import keras


def cells(grid_size, boxes):
    offset = np.arange(grid_size)
    return keras.ops.array(offset) + np.transpose(offset, (1, 0, 2)) + boxes


def drawn(image):
    save_image = image.copy()
    width, height, channel = save_image.shape  # error: CAT203 "before the width"
    return save_image, width, height
