"""Where an image is turned, its width may be first."""

import numpy as np
from tensorflow import keras


def turned(image, dtype="float32"):
    return keras.ops.array(np.transpose(image, (1, 0, 2)), dtype)


def drawn(image):
    save_image = image.copy()
    width, height, channel = save_image.shape
    return save_image, width, height
