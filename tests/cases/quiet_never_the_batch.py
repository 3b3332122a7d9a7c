"""The same where it is right, or said of what is done below."""

import tensorflow as tf
from tensorflow.keras import layers


def decode(boxes, score, losses):
    # split along the batch
    one, other = tf.split(boxes, 2, axis=0)
    # softmax over the boxes of the batch
    weights = tf.nn.softmax(score, axis=1)
    # averaged over the batch
    losses = tf.reduce_sum(losses, axis=1)
    losses = tf.reduce_mean(losses)
    # softmax over the batch
    shares = tf.nn.softmax(losses, axis=-1)
    return one, other, weights, losses, shares


class Pyramid(layers.Layer):
    def __init__(self):
        super().__init__()
        self.levels = [layers.Conv2D(8, 1), layers.Conv2D(8, 3, padding="same")]

    def call(self, x, outputs):
        # Concatenate along the channels and return
        return layers.Concatenate(axis=-1)(outputs)
