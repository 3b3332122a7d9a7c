"""What is said in a sentence to the end, in a short form, or further down in a docstring."""

import keras
from keras import layers

image = keras.Input((64, 48, 3))
a = layers.Conv2D(8, 3, padding="same")(image)
b = layers.Conv2D(8, 5, padding="same")(image)
# Both are concatenated along the last axis, which is the width.  # error: CAT201 "says width"
x = layers.Concatenate()([a, b])
x = layers.Concatenate(axis=1)([a, b])  # concat along W  # error: CAT201
# crop the left and right borders (width)  # error: CAT201 "crops axis 1"
x = layers.Cropping2D(((4, 4), (0, 0)))(a)
depth_concat = layers.Concatenate(axis=1)([a, b])  # error: CAT201 "depth_concat", CAT402


def pile(one, other):
    """
    Pile one map on the other.

    Returns:
        The two tensors concatenated along the channel dimension.
    """
    return layers.Concatenate(axis=1)([one, other])  # error: CAT201 "the docstring says channels"


pile(a, b)
