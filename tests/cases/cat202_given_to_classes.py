"""Classes of the file whose `__init__` names two sides, and functions that take both of a size."""

import cv2
import keras
from keras import layers


class Images:
    def __init__(self, folder, img_height, img_width, channels=3):
        self.folder, self.channels = folder, channels
        self.img_height, self.img_width = img_height, img_width


class Masks(Images):
    """As those."""


class Trainer:
    def __init__(self, args):
        self.img_height, self.img_width = args.img_height, args.img_width

    def build(self):
        images = Images("train", self.img_width, self.img_height)  # error: CAT202 "as img_height"
        masks = Masks("masks", img_width=self.img_width, img_height=self.img_height)
        more = Masks("more", self.img_width, self.img_height)  # error: CAT202 "as img_height"
        return images, masks, more


def read(path, shape):
    return cv2.resize(cv2.imread(path), (shape[0], shape[1]))


def read_rows(path, shape):
    return cv2.resize(cv2.imread(path), (shape[1], shape[0]))


def load(path, target_size=(224, 224)):
    image = keras.utils.load_img(path, target_size=target_size)
    return keras.utils.img_to_array(image)


model = keras.Sequential([keras.Input((96, 128, 3)), layers.Conv2D(1, 3)])
height, width = model.input_shape[1:3]
one = read("a.png", (width, height))
two = read("b.png", (height, width))  # error: CAT202 "wanted as (width, height)"
three = read_rows("c.png", (height, width))
four = read_rows("d.png", (width, height))  # error: CAT202 "wanted as (height, width)"
five = load("e.png", target_size=(width, height))  # error: CAT202 "wanted as (height, width)"
six = load("f.png", target_size=(height, width))
