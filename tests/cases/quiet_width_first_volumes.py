"""Volumes that pynrrd reads have the width first."""

import keras


def load(path):
    import nrrd

    return nrrd.read(path)[0]


def with_channel(scans):
    for scan in scans:
        _, width, height = scan[0].shape
        yield scan[0].reshape((-1, width, height, 1))


model = keras.Sequential([keras.Input((32, 32, 1)), keras.layers.Conv2D(8, 3)])
