"""Functions of the file that take a size, by the names of their parameters or by what they call."""

import cv2
import keras
import tensorflow as tf
from keras import layers

IMG_HEIGHT, IMG_WIDTH = 96, 128
SIZE = (IMG_HEIGHT, IMG_WIDTH)


def resized(frame, size):
    frame = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
    return cv2.resize(frame, size, interpolation=cv2.INTER_AREA)


def shrunk(image, height, width):
    return tf.image.resize(image, (height, width))


class Loader:
    def crop(self, image, width, height):
        return image[:height, :width]

    def load(self, path, img_w, img_h):
        image = resized(cv2.imread(path), (IMG_WIDTH, IMG_HEIGHT))
        return self.crop(image, img_h, img_w)  # error: CAT202 "img_h as width"


def load(path):
    frame = resized(cv2.imread(path), (IMG_HEIGHT, IMG_WIDTH))  # error: CAT202 "(width, height)"
    frame = resized(frame, SIZE)  # error: CAT202 "where it is defined"
    frame = shrunk(frame, IMG_HEIGHT, IMG_WIDTH)
    frame = shrunk(frame, width=IMG_WIDTH, height=IMG_HEIGHT)
    frame = shrunk(frame, width=IMG_HEIGHT, height=IMG_WIDTH)  # error: CAT202 "IMG_WIDTH as height"
    return shrunk(frame, IMG_WIDTH, IMG_HEIGHT)  # error: CAT202 "IMG_WIDTH as height"


model = keras.Sequential([keras.Input((IMG_HEIGHT, IMG_WIDTH, 3)), layers.Conv2D(8, 3)])
