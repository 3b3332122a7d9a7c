"""Calls of other libraries that take a size, and shapes of more functions; sizes halved as read."""

import albumentations
import cv2
import numpy as np
import tensorflow as tf
from keras import layers, ops
from PIL import Image

HEIGHT, WIDTH = 240, 320


def shapes(x, images):
    x = tf.ensure_shape(x, (None, WIDTH, HEIGHT, 3))  # error: CAT202
    x = tf.broadcast_to(x, (8, WIDTH, HEIGHT, 3))  # error: CAT202
    grey = tf.fill((8, WIDTH, HEIGHT, 3), 0.5)  # error: CAT202
    x = tf.nn.max_pool2d(x, ksize=(WIDTH, HEIGHT), strides=1, padding="SAME")  # error: CAT202
    x = ops.image.crop_images(x, target_height=WIDTH, target_width=HEIGHT)  # error: CAT202
    return x, grey, np.resize(images, (WIDTH, HEIGHT, 3))  # error: CAT202


def augmented(img):
    albumentations.Compose([albumentations.Resize(WIDTH, HEIGHT)])  # error: CAT202
    albumentations.PadIfNeeded(min_height=WIDTH, min_width=HEIGHT)  # error: CAT202
    img = cv2.GaussianBlur(img, (HEIGHT, WIDTH), 0)  # error: CAT202
    img = cv2.getRectSubPix(img, (HEIGHT, WIDTH), (8, 8))  # error: CAT202
    return Image.frombytes("RGB", (HEIGHT, WIDTH), img)  # error: CAT202


def grown(x, img):
    w, h = x.shape[1] * 2, x.shape[2] * 2  # error: CAT203
    w_half, h_half = img.shape[0] // 2, img.shape[1] // 2  # error: CAT203
    w_size, h_size = [int(size) for size in img.shape[:2]]  # error: CAT203
    return layers.Resizing(h, w)(x), h_half * w_half, h_size * w_size
