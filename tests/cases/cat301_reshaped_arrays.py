"""A shape beside a reshape of arrays of which nothing is known."""

import keras  # noqa: F401
import numpy as np


def prepare(images, labels):
    images = images.reshape(-1, 28, 28, 1)  # 28x56x1 input img  # error: CAT301 "says 28x56x1"
    labels = labels.reshape((-1, 4, 5, 2))  # (4, 5, 3)  # error: CAT301 "makes 2 of its 3"
    flat = np.asarray(images).reshape(-1, 7, 7, 64)  # (?, 14, 7, 64)  # error: CAT301
    return images, labels, flat
