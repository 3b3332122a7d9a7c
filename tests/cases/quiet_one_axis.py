import keras
from keras import layers


def sizes(x, y, first):
    height = x.shape[1]
    width = y.shape[1]
    h = w = x.shape[1]
    if first:
        rows = x.shape[2]
    else:
        rows = x.shape[1]
    size = x.shape[1]
    n_height = x.shape[1]
    width_out = x.shape[1] // 2
    return height, width, h, w, rows, size, n_height, width_out


model = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3)])
