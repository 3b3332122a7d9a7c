"""Other calls that take a size, or the shape of an image."""

import cv2
import keras
import numpy as np
import tensorflow as tf
from keras import backend as K
from keras import layers, ops
from PIL import Image, ImageOps

HEIGHT, WIDTH = 240, 320
net = keras.Sequential([layers.Conv2D(8, 3)])

net.build((None, WIDTH, HEIGHT, 3))  # error: CAT202 "(height, width, channels)"
net.build(input_shape=(None, WIDTH, HEIGHT, 3))  # error: CAT202
layers.Lambda(ops.relu, output_shape=(WIDTH, HEIGHT, 3))  # error: CAT202
tf.zeros((1, WIDTH, HEIGHT, 3))  # error: CAT202
ops.ones((1, WIDTH, HEIGHT, 3))  # error: CAT202
tf.random.uniform(shape=[1, WIDTH, HEIGHT, 3])  # error: CAT202
np.random.uniform(size=(1, WIDTH, HEIGHT, 3))  # error: CAT202
np.random.random((1, WIDTH, HEIGHT, 3))  # error: CAT202
np.random.standard_normal((2, WIDTH, HEIGHT, 3))  # error: CAT202
tf.TensorShape([None, WIDTH, HEIGHT, 3])  # error: CAT202
layers.RandomZoom(width_factor, height_factor)  # error: CAT202 "width_factor as height_factor"


def decode(path, image, boxes, h_factor, w_factor):
    picture = tf.io.decode_png(tf.io.read_file(path))
    picture.set_shape([WIDTH, HEIGHT, 3])  # error: CAT202
    picture = tf.image.crop_and_resize(picture[None], boxes, [0], [WIDTH, HEIGHT])  # error: CAT202
    picture = ops.image.extract_patches(picture, (WIDTH, HEIGHT))  # error: CAT202
    return K.resize_images(picture, w_factor, h_factor, "channels_last")  # error: CAT202


def turn(path, angle):
    picture = cv2.imread(path)
    rows, cols = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((rows / 2, cols / 2), angle, 1)  # error: CAT202 "(width, height)"
    blob = cv2.dnn.blobFromImage(picture, 1.0, (HEIGHT, WIDTH))  # error: CAT202
    return matrix, blob, ImageOps.fit(Image.open(path), (HEIGHT, WIDTH))  # error: CAT202


SIZE = (WIDTH, HEIGHT)
layers.Resizing(*SIZE)  # error: CAT202 "WIDTH as height and HEIGHT as width"
layers.RandomCrop(*[WIDTH, HEIGHT])  # error: CAT202


def more_of(image, kernel, scores):
    """None of these lays an image on its side for good."""
    kernel = np.swapaxes(kernel, 0, 3)
    scores = ops.matmul(scores, ops.swapaxes(scores, -2, -1))
    image = np.rot90(image, 2), np.rot90(image, k=np.random.randint(4))
    return image, kernel, scores
np.random.rand(1, WIDTH, HEIGHT, 3)  # error: CAT202 "(height, width, channels)"
tf.image.resize(tf.zeros((1, 8, 8, 3)), tf.constant([WIDTH, HEIGHT]))  # error: CAT202
Image.open("a.png").thumbnail((HEIGHT, WIDTH))  # error: CAT202 "(width, height)"
