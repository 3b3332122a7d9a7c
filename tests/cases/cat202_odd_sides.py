import numpy as np
import keras


class Pictures:
    def __init__(self, height, width):
        self.height, self.width = height, width

    def empty(self, n, classes):
        x = np.empty((n, self.height, self.width, 3))
        mask = np.empty((n, self.height, self.width, 1))
        y = np.empty((n, self.width, self.height, classes))  # error: CAT202
        return x, mask, y


def summed(n, channels, img_h, img_w):
    prob = np.zeros((n, channels, img_w, img_h))  # error: CAT202
    total = np.zeros((n, channels, img_h, img_w))
    return prob, total


Pictures(32, 48).empty(2, 5)
summed(2, 3, 32, 32)
model = keras.Sequential([keras.Input((32, 48, 3)), keras.layers.Conv2D(4, 3)])
