"""Volumes that the trace knows have the depth first; a picture beside them is one still."""

import cv2
import keras
from keras import layers

image = keras.Input((16, 32, 24, 1))
x = layers.Conv3D(8, 3)(image)
b, d, w, h, c = x.shape  # error: CAT203 "axis 2 is the height"
photo = cv2.imread("slice.png")
width, height, _ = photo.shape  # error: CAT203
