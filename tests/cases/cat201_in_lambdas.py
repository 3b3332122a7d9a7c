"""What a Lambda does to an axis, and what stands around it."""

import keras
from keras import layers, ops
from keras.layers import Lambda


def attention(features):
    # mean over the height  # error: CAT201 "works along axis 3, the channels of maps"
    mean = Lambda(lambda t: ops.mean(t, axis=3, keepdims=True))(features)
    largest = Lambda(lambda t: ops.max(t, axis=3, keepdims=True))(features)
    gate = layers.Conv2D(1, 7, padding="same")(layers.Concatenate()([mean, largest]))
    return layers.Multiply()([features, gate])


def spatial(x):
    # average over the channel axis  # error: CAT201 "axis 1, the height of maps, but the comment says channels"
    mean = ops.mean(x, axis=1, keepdims=True)
    largest = ops.max(x, axis=1, keepdims=True)
    both = layers.Concatenate(axis=-1)([mean, largest])
    return x * layers.Conv2D(1, 7, padding="same")(both)


image = keras.Input((16, 24, 3))
x = layers.Conv2D(8, 3, padding="same")(image)
# average over the height  # error: CAT201 "ops.mean reduces axis 2 (width), but the comment says height, which is axis 1"
lines = Lambda(lambda t: ops.mean(t, axis=2))(x)
mean_over_width = Lambda(lambda t: ops.mean(t, axis=1))(x)  # error: CAT201 "the name mean_over_width says width"
both = Lambda(lambda t: ops.concatenate(t, axis=1))([x, x])  # join along the channels  # error: CAT201 "says channels"
