"""Arrays made of sizes in the other order than they were read in."""

import keras
import numpy as np


def decode(netout, boxes):
    grid_h, grid_w = netout.shape[:2]
    return netout.reshape((grid_w, grid_h, boxes, -1))  # error: CAT202 "the size is wanted as (height, width), but grid_w, grid_h say (width, height)"


def blank(img):
    h, w = img.shape[:2]
    return np.zeros((w, h), dtype=np.uint8)  # error: CAT202 "np.zeros((w, h)): the size is wanted as (height, width)"


def feature_maps(model, image):
    maps = model.predict(image)
    width, height, number = maps.shape[1:]  # error: CAT203 "a shape gives the height before the width"
    return maps.reshape(width * height, number)


inputs = keras.Input((32, 32, 3))
