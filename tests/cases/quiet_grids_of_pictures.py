"""The same with the sides where they belong, and what is no picture."""

import keras
from keras import layers


def gallery(pictures, columns=3):
    count, height, width, intensity = pictures.shape
    rows = count // columns
    return (
        pictures.reshape(rows, columns, height, width, intensity)
        .swapaxes(1, 2)
        .reshape(height * rows, width * columns, intensity)
    )


def shifted(x, row_axis=1, col_axis=2):
    h, w = x.shape[row_axis], x.shape[col_axis]
    return h // 2, w // 2


def enlarged(output_shape=(512, 512, 1), factor=8):
    H, W, c, r = output_shape[0], output_shape[1], output_shape[2], factor
    return H // r, W // r, c * r * r


def beside(box, image, ratio):
    width, height, of_both = box[2], box[3], ratio
    w, h, scale = image.size[0], image.size[1], ratio
    width, rows, channels = ratio, image.shape[0], image.shape[2]
    first, second = image.shape[row_of(box)], image.shape[column_of(box)]
    return width, height, of_both, w, h, scale, rows, channels, first, second


def row_of(box):
    return 0


def column_of(box):
    return 1


img_height, img_width = 300, 400
x = layers.Conv2D(8, 3)(keras.Input((img_height, img_width, 3)))
