import numpy as np
import keras


def turned(n, channels, img_h, img_w):
    image = np.zeros((n, channels, img_h, img_w))
    other = np.zeros((n, channels, img_h, img_w))
    on_its_side = np.zeros((n, channels, img_w, img_h))
    on_its_side[:] = np.transpose(image, (0, 1, 3, 2))
    return other, on_its_side


def boxes(n, w, h):
    sizes = np.array([w, h])
    canvas = np.zeros((n, h, w))
    return canvas, sizes


def always_so(n, w, h):
    one = np.zeros((n, 5, w, h))
    other = np.ones((n, 5, w, h))
    return one, other


turned(2, 3, 32, 48)
boxes(2, 32, 48)
always_so(2, 32, 48)
model = keras.Sequential([keras.Input((32, 48, 3)), keras.layers.Conv2D(4, 3)])
