"""Pictures laid out in a grid, sizes by axes with names, sizes beside other values."""

import keras
from keras import backend as K
from keras import layers


def gallery(pictures, columns=3):
    count, width, height, intensity = pictures.shape  # error: CAT203
    rows = count // columns
    grid = pictures.reshape(rows, columns, height, width, intensity)
    return grid.swapaxes(1, 2)


def montage(pictures, columns=3):
    count, height, width, intensity = pictures.shape
    rows = count // columns
    return (
        pictures.reshape(rows, columns, width, height, intensity)  # error: CAT202
        .swapaxes(1, 2)
        .reshape(height * rows, width * columns, intensity)
    )


def shifted(x, row_axis=1, col_axis=2):
    w, h = x.shape[row_axis], x.shape[col_axis]  # error: CAT203 "that is (height, width)"
    return h // 2, w // 2


def enlarged(output_shape=(512, 512, 1), factor=8):
    W, H, c, r = output_shape[0], output_shape[1], output_shape[2], factor  # error: CAT203
    return H // r, W // r, c * r * r


img_height, img_width = 300, 400
combination = K.placeholder((1, img_width, img_height, 3))  # error: CAT202
x = layers.Conv2D(8, 3)(keras.Input((img_height, img_width, 3)))
