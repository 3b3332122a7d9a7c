"""A size with its channels, as scikit-image takes it: the sides stand in the same order."""

from skimage.io import imread
from skimage.transform import resize
from tensorflow import keras

IMG_HEIGHT, IMG_WIDTH = 128, 192


def masks(path):
    image = imread(path)
    one = resize(image, (IMG_WIDTH, IMG_HEIGHT, 1), mode="constant")  # error: CAT202 "(height, width, channels)"
    other = resize(image, (IMG_WIDTH, IMG_HEIGHT, 3))  # error: CAT202
    return keras.utils.normalize(one), other
