"""The same calls with their sizes in the order that they want, and shapes of other things."""

import random

import cv2
import keras
import numpy as np
import tensorflow as tf
from keras import backend as K
from keras import layers, ops
from PIL import Image, ImageOps

HEIGHT, WIDTH = 240, 320
net = keras.Sequential([layers.Conv2D(8, 3)])

net.build((None, HEIGHT, WIDTH, 3))
layers.Lambda(ops.relu, output_shape=(HEIGHT, WIDTH, 3))
tf.zeros((1, HEIGHT, WIDTH, 3))
ops.ones((WIDTH, HEIGHT, 512))
ops.ones((WIDTH, HEIGHT))
np.random.uniform(WIDTH, HEIGHT)
random.uniform(WIDTH, HEIGHT)
np.random.uniform(size=(1, HEIGHT, WIDTH, 3))
np.random.random((1, HEIGHT, WIDTH, 3))
np.random.random((WIDTH, HEIGHT))
layers.RandomZoom(height_factor, width_factor)


def decode(path, boxes, h_factor, w_factor):
    picture = tf.io.decode_png(tf.io.read_file(path))
    picture.set_shape([HEIGHT, WIDTH, 3])
    picture = tf.image.crop_and_resize(picture[None], boxes, [0], [HEIGHT, WIDTH])
    picture = ops.image.extract_patches(picture, (HEIGHT, WIDTH))
    return K.resize_images(picture, h_factor, w_factor, "channels_last")


def turn(path, angle):
    picture = cv2.imread(path)
    rows, cols = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((cols / 2, rows / 2), angle, 1)
    blob = cv2.dnn.blobFromImage(picture, 1.0, (WIDTH, HEIGHT))
    return matrix, blob, ImageOps.fit(Image.open(path), (WIDTH, HEIGHT))


def paste(mask, size):
    box = np.zeros((size, size, 1), dtype="float32")
    return cv2.resize(mask, box.shape[:2])
np.random.rand(1, HEIGHT, WIDTH, 3)
np.random.randn(WIDTH, HEIGHT, 128)
tf.image.resize(tf.zeros((1, 8, 8, 3)), tf.constant([HEIGHT, WIDTH]))
Image.open("a.png").thumbnail((WIDTH, HEIGHT))
