"""The `size` of what is no image."""

import keras


def size_of(window, panel):
    shown = window.open(panel).resize((64, 32))
    height, width = shown.size
    return height, width


inputs = keras.Input((32, 64, 3))
