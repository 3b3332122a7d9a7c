import keras
from keras import layers
import tensorflow as tf
import cv2
import numpy as np
from PIL import Image

img_width, img_height = 320, 240
WIDTH, HEIGHT = 224, 224
IMG_SIZE = (HEIGHT, WIDTH)

keras.Input(shape=(img_height, img_width, 3))
keras.Input(shape=IMG_SIZE + (3,))
keras.Input(shape=(3, img_height, img_width))
layers.Resizing(img_height, img_width)
layers.Resizing(width=img_width, height=img_height)
layers.Reshape((img_width, 64))
layers.Dense(img_width)
keras.Input(shape=(img_width, 64, 3))


def resize(picture, width_multiplier, height, size):
    h, w = picture.shape[0], picture.shape[1]
    tf.image.resize(picture, (width_multiplier, height))
    tf.image.resize(picture, size)
    return tf.image.resize(picture, (h, w)), size.resize((height, 3))


def load(path):
    image = Image.open(path).resize((WIDTH, HEIGHT))
    array = np.resize(np.array(image), (HEIGHT, WIDTH))
    return cv2.resize(array, (img_width, img_height)), cv2.rectangle(array, (0, 0), (HEIGHT, WIDTH), 1)


def crop(picture, offset_height, offset_width):
    return tf.image.crop_to_bounding_box(picture, offset_height, offset_width, 3, 4)


if keras.backend.image_data_format() == "channels_first":
    input_shape = (3, img_height, img_width)
else:
    input_shape = (img_height, img_width, 3)
layers.Conv2D(8, 3, input_shape=input_shape)
