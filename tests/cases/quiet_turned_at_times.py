"""Images that are turned where a test says so: they may lie on their side."""

import tensorflow as tf


def upright(img, portrait=False):
    if portrait:
        img = tf.image.rot90(img)
    return img


def feed(images):
    batch, width, height, _ = images.shape
    return batch, width, height
