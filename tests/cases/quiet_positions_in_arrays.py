import keras
import numpy as np
import tensorflow as tf
from keras import layers


def kept(graph):
    adjacency, features = graph
    keep = np.where((np.argmax(features, axis=1) != 3) & (np.sum(adjacency, axis=(0, 1)) != 0))[0]
    adjacency = adjacency[:, keep, :]
    return adjacency[:, :, keep], features[keep]


edges, nodes = kept((np.zeros((5, 9, 9)), np.zeros((9, 4))))
x = keras.Input((4,))

boxes = np.array([[120, 25, 200, 165], [300, 50, 480, 320]])
for number, box in enumerate(boxes):
    left, top, right, bottom = box
    assert box.shape == (4,)
    layers.concatenate([x, keras.Input((int(box[2] - box[0]),))])
one, two = boxes
assert two[1:3].shape == (2,)

nothing = tf.constant([])
tf.map_fn(lambda pair: (tf.gather(pair[0], tf.range(1), axis=0), pair[1]), (nothing, nothing))
