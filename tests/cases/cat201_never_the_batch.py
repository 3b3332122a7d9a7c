"""Axes behind the first are no batch; what a layer of maps joins has its channels last."""

import tensorflow as tf
from tensorflow.keras import layers


def decode(boxes, score):
    # split along the batch  # error: CAT201 "splits along axis 2, but the comment says batch, which is axis 0"
    y1, x1, y2, x2 = tf.split(boxes, 4, axis=2)
    # softmax over the batch  # error: CAT201 "says batch"
    weights = tf.nn.softmax(score, axis=1)
    return y1, x1, y2, x2, weights


class Pyramid(layers.Layer):
    def __init__(self):
        super().__init__()
        self.levels = [layers.Conv2D(8, 1), layers.Conv2D(8, 3, padding="same")]

    def call(self, x, outputs):
        # Concatenate along the width and return  # error: CAT201 "says width"
        return layers.Concatenate(axis=-1)(outputs)
