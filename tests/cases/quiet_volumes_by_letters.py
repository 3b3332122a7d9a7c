"""A volume whose sides are letters behind an i: in one order or another, as nibabel has them."""

import keras
from keras import layers


def volume(iw, ih, id, ic):
    inputs = keras.Input((iw, ih, id, ic))
    return keras.Model(inputs, layers.Conv3D(4, 3)(inputs))
