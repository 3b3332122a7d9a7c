"""A file that turns its images, and gives two sides by each other's names for it."""

import numpy as np
from keras import Input, Model, layers

img_w, img_h = 128, 64


class Pictures:
    def __init__(self, folder, img_w, img_h, batch_size):
        self.folder, self.batch_size = folder, batch_size
        self.img_w, self.img_h = img_w, img_h


def crop(image, width, height):
    return image[:width, :height]


train = Pictures("train", img_h, img_w, 32)
valid = Pictures("valid", img_h, img_w, 8)


def prepare(image, width, height):
    upright = crop(image, width, height)
    return upright, crop(np.transpose(image, (1, 0, 2)), height, width)


inputs = Input((img_w, img_h, 1))
model = Model(inputs, layers.Dense(1)(layers.Flatten()(inputs)))
