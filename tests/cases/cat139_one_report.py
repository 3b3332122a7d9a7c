"""After a list of one tensor, which keras.ops takes, the trace goes on with what the tensor would give."""

import keras
from keras import layers

x = keras.Input((32, 32, 16))
y = layers.Conv2DTranspose(8, 5, strides=2, padding="same")([x])  # error: CAT139 "call it on the tensor itself"
z = layers.Concatenate()([y, keras.Input((64, 64, 3))])
judge = keras.Sequential([keras.Input((64, 64, 8)), layers.Flatten(), layers.Dense(1)])
score = judge(y)
