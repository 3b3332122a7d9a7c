"""Sizes of three that have the height first, or are a volume's."""

from skimage.io import imread
from skimage.transform import resize
from tensorflow import keras

IMG_HEIGHT, IMG_WIDTH = 128, 192


def masks(path, depth, volume):
    image = imread(path)
    one = resize(image, (IMG_HEIGHT, IMG_WIDTH, 1), mode="constant")
    deep = resize(volume, (IMG_WIDTH, IMG_HEIGHT, depth))
    slices = resize(volume, (IMG_WIDTH, IMG_HEIGHT, 64))
    return keras.utils.normalize(one), deep, slices
