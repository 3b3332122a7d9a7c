import cv2
import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops
from PIL import Image

height, width = 24, 32


def arrays(images, mask, reference, path):
    images = images.reshape(-1, height, width, 1)
    images = images.reshape((len(images), 3, height, width))
    board = images.reshape(width, height)  # a board of a game has no channels
    volume = np.zeros((width, height, 16))
    mask = cv2.resize(mask, (reference.shape[1], reference.shape[0]))
    mask = cv2.resize(mask, reference.shape[1::-1])
    rows, cols = reference.shape[:2]
    mask = cv2.resize(mask, (cols, rows))
    photo = Image.open(path)
    w, h = photo.size
    photo = photo.resize((w // 2, h // 2))
    return tf.image.resize(images, (h, w)), photo, mask, board, volume


x = keras.Input((24, 32, 3))
_, h, w, c = x.shape
x = ops.reshape(x, (-1, h, w, c))
x = ops.reshape(x, (-1, h * w, c))
scale_h, scale_w = 2, 3
layers.UpSampling2D((scale_h, scale_w))


def by_default(input_shape=(height, width, 3), size=(width, height)):
    image = keras.Input(shape=input_shape)
    w, h = size
    return ops.image.resize(image, (h, w))


def attend(scores, height, width):
    return tf.reshape(scores, [-1, height, width, height, width])


keras.Sequential([layers.Flatten(input_shape=(height, width))])
keras.Sequential([layers.Dense(3, input_shape=(width, height))])  # steps and features
