"""Shapes beside a reshape of arrays that fit, or are about something else."""

import keras
import numpy as np


def prepare(images, labels, size):
    a = images.reshape(-1, 28, 28, 1)  # 28x28x1 input img
    b = images.reshape(-1, 28, 28, 1)  # (60000, 28, 28, 1)
    c = images.reshape(-1, 784)  # (28, 28)
    d = images.reshape(60000, 784)  # 28x28x1 made flat
    e = images.reshape(-1, size, size, 1)  # 28x28x1
    f = labels.reshape(-1, 4, 5, 1)  # (-1, 4, 5, 2)
    g = images.reshape(-1, 14, 14, 64)  # (?, 28, 28, 64)
    h = images.reshape(-1, 2, 2)  # (4, 2)
    i = images.reshape(28, 28)  # 28x28
    j = np.reshape(images, (-1, 28, 28, 1)) if size else images  # 28x56x1
    return keras.ops.stack([a, b]), c, d, e, f, g, h, i, j
