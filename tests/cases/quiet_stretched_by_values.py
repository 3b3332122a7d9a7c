"""What is stretched, or has no axis left, where there are values: both backends go on."""

import keras
import numpy as np
from keras import ops

area = ops.cross(np.ones((2,)), np.ones((2,)))
areas = ops.cross(np.ones((3, 2)), np.ones((3, 2)), axisc=5)
mean = ops.average(np.ones((4, 3)), axis=0, weights=np.ones((4,)))

rows, scores = np.ones((1, 3)), np.ones((3, 3))
keras.losses.SparseCategoricalCrossentropy(ignore_class=0)(rows, scores)
keras.losses.SparseCategoricalCrossentropy(ignore_class=-1, reduction=None)(rows, scores)
keras.losses.sparse_categorical_crossentropy(rows, scores, ignore_class=0)
