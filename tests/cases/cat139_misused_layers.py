"""Layers given where tensors belong, tensors where settings belong: no Keras ever took them."""

import keras
import numpy as np
from keras import layers

rows = keras.Input((6, 4))
more = keras.Input((6, 4))

flat = layers.Flatten(rows)  # error: CAT139 "is given a tensor where the layer is made; make the layer, then call it: Flatten()(…)"
thin = layers.Dropout(rows)  # error: CAT139 "then call it: Dropout(rate)(…)"
both = layers.Add([rows, more])  # error: CAT139 "is given a list of tensors where the layer is made"
join = layers.Concatenate([rows, more])
head = layers.Dense(3)(join)  # error: CAT139 "is called on the layer 'concatenate', not on a tensor; call that layer first"
pair = layers.Concatenate()([rows, layers.Dense(4)])  # error: CAT139 "is called on the layer 'dense_1'"

stack = keras.Sequential([keras.Input((6, 4)), layers.Dense(2)])
twin = layers.Average()([stack, stack])  # error: CAT139 "is called on the layer 'sequential'"

images = keras.Sequential([layers.Conv2D(8, 3)])
short = images(rows)  # error: CAT121
after = layers.Dense(3)(short)

turned = layers.Permute(2, 1)(rows)  # error: CAT139 "takes its axes as one tuple, is given 2 arguments; Permute((2, 1)) would be that"
folded = layers.Reshape(8, 3)(rows)  # error: CAT139 "takes its sizes as one tuple, is given 2 arguments; Reshape((8, 3)) would be that"
blank = layers.Dense()(rows)  # error: CAT139 "needs `units`, which is not given"
seen = layers.Conv1D(8)(rows)  # error: CAT139 "needs `kernel_size`, which is not given"

layer_out = keras.Model(rows, layers.Dense(3))  # error: CAT139 "is a layer; call it, and give what it returns"
array_out = keras.Model(rows, np.zeros((2, 3)))  # error: CAT139 "the outputs must be tensors that come from an Input"

late = keras.Sequential([layers.Dense(4), keras.Input((4,))])
late(rows)  # error: CAT139 "an Input stands behind the first layer, it can't be called"
layers.SpatialDropout1D(0.1)([rows, more])  # error: CAT139 "takes 1 tensor, is called on a list of 2 tensors"
layers.Dropout(0.1)([rows, more])
