"""What is read of lists and dicts of tensors that is not in them."""

import keras
from keras import layers

left, right = keras.Input((8, 8, 3), name="left"), keras.Input((8, 8, 3), name="right")
both = [left, right]
both[2]  # error: CAT139 "there are 2 tensors, none at 2"
named = {"left": left, "right": right}
named["middle"]  # error: CAT139 "there is no tensor 'middle' among 'left', 'right'"
first, second, third = left, right  # error: CAT139 "2 tensors can't be unpacked to 3 names"


def encode(x, steps=3):
    skips = []
    for step in range(steps):
        x = layers.Conv2D(8 * (step + 1), 3, padding="same")(x)
        skips.append(x)
        x = layers.MaxPooling2D()(x)
    return x, skips


deep, skips = encode(left)
layers.Concatenate()([layers.UpSampling2D()(deep), skips[3]])  # error: CAT139 "there are 3 tensors, none at 3"


def block(x):
    y = layers.Conv2D(8, 3)(x)
    return y, layers.MaxPooling2D()(y)


kept, smaller, pooled = block(left)  # error: CAT139 "2 tensors can't be unpacked to 3 names"


class Joined(layers.Layer):
    def call(self, inputs):
        return inputs["left"] + inputs["centre"]  # error: CAT139 "there is no tensor 'centre'"


Joined()(named)
