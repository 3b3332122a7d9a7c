"""The same read right, and sizes of what may be turned; for TensorFlow 2.10."""

import cv2
import keras
import numpy as np
import tensorflow as tf
from keras import layers
from PIL import Image

photo = cv2.imread("photo.jpg")
photo_width = photo.shape[1]
w = photo.shape[0]  # a letter by itself may be anything
drawing = Image.open("drawing.png").convert("RGB")
drawing_width = drawing.size[0]
page = cv2.imread("page.jpg")
page = cv2.flip(page, 0)
page_width = page.shape[0]

x = keras.Input((24, 32, 3))
width2 = x.shape[2]
c1 = x.shape[1]
b, h1, w1, c1 = tf.unstack(tf.shape(x))
clip = keras.Input((10, 60, 80, 3))
y = layers.Conv3D(4, 3, padding="same")(clip)
_, frames, h, w, c = y.shape
words = layers.LSTM(8, return_sequences=True)(keras.Input((20, 5)))
_, time_steps, dim = words.shape


def rotate(photo, quarters):
    h, w = photo.shape[:2]
    out = np.zeros((w, h, 3))
    return out
