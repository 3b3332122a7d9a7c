"""Images that are turned at random to make more of them: the height comes first all the same."""

import numpy as np
import tensorflow as tf


def augment(img, rotation=False):
    if tf.random.uniform([]) > 0.5:
        img = tf.image.flip_left_right(img)
    if rotation and tf.random.uniform([]) > 0.5:
        img = tf.image.rot90(img)
    if np.random.rand() < 0.5: img = np.rot90(img)  # noqa: E701
    return img


def feed(images):
    images = tf.convert_to_tensor(images)
    batch, width, height, _ = images.shape  # error: CAT203 "height before the width"
    return batch, width, height
