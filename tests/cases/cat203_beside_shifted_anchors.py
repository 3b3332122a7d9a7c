"""Anchors that are shifted over a map, and the mask of an attention, turn no image."""

import cv2
import numpy as np
import tensorflow as tf
from keras import layers


def shifted(anchors, shifts):
    count, places = anchors.shape[0], shifts.shape[0]
    moved = anchors.reshape((1, count, 4)) + shifts.reshape((1, places, 4)).transpose((1, 0, 2))
    return moved.reshape((places * count, 4))


def attend(x, weights):
    context_mask = tf.nn.softmax(weights, axis=1)
    context_mask = tf.transpose(context_mask, perm=[0, 2, 1])
    return tf.matmul(context_mask, x)


def prepare(path, size):
    image = cv2.imread(path)
    width, height = image.shape[:2]  # error: CAT203 "height before the width"
    scale = size / max(height, width)
    return cv2.resize(image, None, fx=scale, fy=scale), np.float32(scale)


layer = layers.Conv2D(8, 3)
