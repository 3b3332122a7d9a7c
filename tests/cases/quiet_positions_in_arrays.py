import keras
import numpy as np


def kept(graph):
    adjacency, features = graph
    keep = np.where((np.argmax(features, axis=1) != 3) & (np.sum(adjacency, axis=(0, 1)) != 0))[0]
    adjacency = adjacency[:, keep, :]
    return adjacency[:, :, keep], features[keep]


edges, nodes = kept((np.zeros((5, 9, 9)), np.zeros((9, 4))))
x = keras.Input((4,))
