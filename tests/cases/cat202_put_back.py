"""Arrays whose own sides are exchanged in a reshape."""

import keras
import numpy as np


def decode(model: keras.Model, image, boxes):
    netout = model.predict(image)[0]
    grid_h, grid_w = netout.shape[:2]
    netout = netout.reshape((grid_w, grid_h, boxes, -1))  # error: CAT202
    return 1 / (1 + np.exp(-netout))


def heads(x, count):
    batch, height, width, _ = x.shape
    return np.reshape(x, (batch, width, height, count, -1))  # error: CAT202
