"""Volumes, whose sides follow each other in one order or another."""

import keras
import numpy as np
import SimpleITK as sitk
from keras import layers


def halves(x, move):
    w, h, depth = x.shape
    x[:, :, : depth // 2] = move(x[:, :, : depth // 2])
    return x


def cropped(path, start, size):
    data = sitk.GetArrayFromImage(sitk.ReadImage(path))
    d, w, h = data.shape
    kept = np.zeros((d, w, h), data.dtype)
    kept[start : start + size] = data[start : start + size]
    return kept


def batch(data, size):
    o_b, o_d, o_w, o_h, o_c = data.shape
    s_w, s_h = size
    return data.reshape((o_b, o_d, s_w, s_h, o_c))


def sides(data):
    depth = data.shape[0]
    width = data.shape[1]
    height = data.shape[2]
    return depth * width * height


image = keras.Input((16, 32, 32, 1))
x = layers.Conv3D(8, 3)(image)
