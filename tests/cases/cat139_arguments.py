"""Arguments that nothing takes, words that say nothing, names that can't be names."""

import keras
from keras import layers, ops

image = keras.Input((8, 8, 3), name=3)  # error: CAT139 "`name` must be a string, is 3"
line = keras.Input((8, 3))

wide = layers.Conv2D(4, 3, paddding="same")  # error: CAT139 "there is `padding`"
deep = layers.Dense(4, units=8)  # error: CAT139 "multiple values"
odd = layers.Dense(4, activation="rellu")(line)  # error: CAT139 "there is 'relu'"
weighed = layers.Dense(4, kernel_regularizer=0.01)  # error: CAT139 "must be a regularizer"
started = layers.Conv1D(4, 3, kernel_initializer="he_norm")  # error: CAT139 "there is 'he_normal'"
many = layers.Flatten("channels_last", 2)  # error: CAT139 "takes 1 positional"
called = layers.Dense(4, name=1)  # error: CAT139 "`name` must be a string, is 1"

flat = layers.Flatten()(line, line)  # error: CAT139 "takes 1 positional"
dropped = layers.Dropout(0.5)(line, True)  # error: CAT139 "only tensors may stand"
masked = layers.Dense(4)(line, mask=None)  # error: CAT139 "unexpected keyword argument 'mask'"
attended = layers.MultiHeadAttention(2, 4)(line)  # error: CAT139 "'value'"
numbers = layers.Dense(4)(5)  # error: CAT139 "is given 5"

total = ops.sum(line, axiss=1)  # error: CAT139 "there is `axis`"
parts = ops.split(line)  # error: CAT139 "'indices_or_sections'"

shapeless = keras.KerasTensor(4)  # error: CAT139 "(4,) is a tuple"
model = keras.Sequential([layers.Dense(2)], name=2)  # error: CAT139 "must be a string, is 2"
