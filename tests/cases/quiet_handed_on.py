"""Sizes that are handed on as they are wanted, or that may be wanted so."""

import cv2
import keras
from keras import layers
from nets import make, load

img_width, img_height, channels = 320, 240, 3
IMG_SIZE = (img_width, img_height)
SWAPPED = (IMG_SIZE[1], IMG_SIZE[0])
input_shape = (img_height, img_width, channels)
output_size = (img_width, img_height, channels)

network = make(input_shape, 10)
images = load("train", size=(img_width, img_height))
keras.Input((IMG_SIZE[1], IMG_SIZE[0], 3))
keras.Input((*SWAPPED, 3))
small = cv2.resize(cv2.imread("a.png"), (IMG_SIZE[0], IMG_SIZE[1]))
layers.Reshape((76800,), input_shape=(img_height, img_width))
flat = layers.Flatten()(keras.Input(shape=(img_height, img_width)))


class Net:
    def __init__(self, width, height):
        self.input_shape = (height, width, 3)
        self.size = (width, height, 3)
