"""Numbers with a name of their own beside a tensor; sizes that are given back as they were read."""

import keras
from keras import layers

steps = keras.Input((4, 4))
masks = layers.Dense(4)(steps)  # class_ids = [2, 3]
scores = layers.Dense(4)(masks)  # levels: [3, 7]
# pads = (1, 1)
x = layers.Dense(4)(scores)


def flat_anchors(targets, first):
    if first:
        bs, _, h, w, _ = targets.get_shape().as_list()
        return keras.ops.reshape(targets, [bs, -1, h, w])
    bs, h, w, _, _ = targets.get_shape().as_list()
    return keras.ops.reshape(targets, [bs, h, w, -1])
