"""Calls of other libraries that take a size, and shapes of more functions; sizes halved as read."""

import albumentations
import cv2
import numpy as np
import tensorflow as tf
from keras import layers, ops
from PIL import Image

HEIGHT, WIDTH = 240, 320


def shapes(x, images):
    x = tf.ensure_shape(x, (None, HEIGHT, WIDTH, 3))
    x = tf.broadcast_to(x, (8, HEIGHT, WIDTH, 3))
    grey = tf.fill((8, HEIGHT, WIDTH, 3), 0.5)
    x = tf.nn.max_pool2d(x, ksize=(HEIGHT, WIDTH), strides=1, padding="SAME")
    x = ops.image.crop_images(x, target_height=HEIGHT, target_width=WIDTH)
    return x, grey, np.resize(images, (HEIGHT, WIDTH, 3))


def augmented(img):
    albumentations.Compose([albumentations.Resize(HEIGHT, WIDTH)])
    albumentations.PadIfNeeded(min_height=HEIGHT, min_width=WIDTH)
    img = cv2.GaussianBlur(img, (WIDTH, HEIGHT), 0)
    img = cv2.getRectSubPix(img, (WIDTH, HEIGHT), (8, 8))
    return Image.frombytes("RGB", (WIDTH, HEIGHT), img)


def grown(x, img):
    h, w = x.shape[1] * 2, x.shape[2] * 2
    h_half, w_half = img.shape[0] // 2, img.shape[1] // 2
    h_size, w_size = [int(size) for size in img.shape[:2]]
    return layers.Resizing(h, w)(x), h_half * w_half, h_size * w_size
