import numpy as np

a = np.zeros((2, 3))
b = np.zeros((2, 4))
np.concatenate([a, b], axis=1)


class Concatenate:
    def __init__(self, axis=-1):
        self.axis = axis

    def __call__(self, parts):
        return parts


Concatenate(axis=9)([a, b])
