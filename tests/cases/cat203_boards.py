"""A board that is turned to play on is no image that lies on its side."""

import keras
import numpy as np
from keras import layers


def symmetries(board, policy, states):
    turned = [(np.rot90(board), np.rot90(policy)), (np.rot90(states[0], 3), policy)]
    return turned, np.swapaxes(board, 0, 1), policy.swapaxes(0, 1)


board_map = keras.Input((6, 7, 3))
x = layers.Conv2D(8, 3, padding="same")(board_map)
_, width, height, channels = x.shape  # error: CAT203 "axis 1 is the height"
