import keras
from keras import layers


def grid(y_true, image):
    grid_h = keras.ops.shape(y_true)[1]
    grid_w = keras.ops.shape(y_true)[1]  # error: CAT203
    net_h = image.shape[1]
    net_w = image.shape[2]
    return grid_h, grid_w, net_h, net_w


def patches(preds):
    patch_w = preds.shape[3]
    patch_h = preds.shape[3]  # error: CAT203
    return patch_h, patch_w


model = keras.Sequential([keras.Input((8, 8, 3)), layers.Conv2D(4, 3)])
