"""One size of what is read from an image file, and the sizes of videos; for TensorFlow 2.10."""

import cv2
import keras
import tensorflow as tf
from keras import layers
from PIL import Image

photo = cv2.imread("photo.jpg")
photo_width = photo.shape[0]  # error: CAT203 "gives the height before the width"
drawing = Image.open("drawing.png").convert("RGB")
drawing_height = drawing.size[0]  # error: CAT203 "gives the width before the height"

x = keras.Input((24, 32, 3))
n_channels2 = x.shape[2]  # error: CAT203 "axis 2"
width2 = x.shape[1]  # error: CAT203
b, c1, h1, w1 = tf.unstack(tf.shape(x))  # error: CAT203

clip = keras.Input((10, 60, 80, 3))
y = layers.Conv3D(4, 3, padding="same")(clip)
_, h, w, frames, c = y.shape  # error: CAT203 "axis 1 is the depth"

words = layers.LSTM(8, return_sequences=True)(keras.Input((20, 5)))
_, dim, time_steps = words.shape  # error: CAT203 "axis 1 is the steps"
joined = layers.Concatenate()([words, words])
_, n_features, seq_len = joined.shape  # error: CAT203


def as_numbers(x):
    batch, width, height, channels = map(int, x.shape.as_list())  # error: CAT203
    return batch, width, height, channels
