"""Images that einsum or `.T` turned have their width first."""

import cv2
import numpy as np
from tensorflow import keras


def read(path):
    image = np.einsum("hw->wh", cv2.imread(path, cv2.IMREAD_GRAYSCALE))
    w, h = image.shape
    return image, w, h


def flat(path):
    image = cv2.imread(path, 0).T
    w, h = image.shape
    return keras.utils.normalize(image), w, h
