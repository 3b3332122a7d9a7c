"""Sizes of a canvas of many pictures, sizes with a margin, ends that are left open."""

import keras
import numpy as np
import tensorflow as tf


def combine(images):
    width = int(np.sqrt(images.shape[0]))
    height = images.shape[0] // width
    shape = images.shape[1:4]
    canvas = np.zeros((width * shape[1], height * shape[0], shape[2]))  # error: CAT202
    for index, image in enumerate(images):
        i, j = index // width, index % width
        canvas[i * shape[0] : (i + 1) * shape[0], j * shape[1] : (j + 1) * shape[1]] = image
    return canvas


def enlarge(x, target_height, target_width):
    x = tf.image.resize(x, (target_height, target_width))
    x.set_shape((None, target_width, target_height, None))  # error: CAT202
    return x


def build(model: keras.Model, height, width, tiles_width, tiles_height, pad):
    model.build(
        input_shape=(tiles_width * tiles_height, width + 2 * pad, height + 2 * pad, 3)  # error: CAT202
    )
    return model
