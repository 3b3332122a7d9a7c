"""A file that turns its images, where one call of several has two sides by each other's names."""

import numpy as np
from keras import Input, Model, layers

img_w, img_h = 128, 64


class Pictures:
    def __init__(self, folder, img_w, img_h, batch_size):
        self.folder, self.batch_size = folder, batch_size
        self.img_w, self.img_h = img_w, img_h

    def batch(self, images):
        return np.stack([np.transpose(image, (1, 0, 2)) for image in images])


train = Pictures("train", img_w, img_h, 32)
valid = Pictures("valid", img_h, img_w, 8)  # error: CAT202 "img_h as img_w"
inputs = Input((img_w, img_h, 1))
model = Model(inputs, layers.Dense(1)(layers.Flatten()(inputs)))
