import keras
from keras import layers
import tensorflow as tf
import cv2
import numpy as np
from PIL import Image
from scipy.misc import imresize

img_width, img_height = 320, 240
WIDTH, HEIGHT = 224, 224
IMG_SIZE = (WIDTH, HEIGHT)

keras.Input(shape=(img_width, img_height, 3))  # error: CAT202 "(height, width, channels)"
keras.Input(shape=IMG_SIZE + (3,))  # error: CAT202 "harmless while both are 224"
keras.Input((*IMG_SIZE, 3))  # error: CAT202
layers.Resizing(img_width, img_height)  # error: CAT202 "img_width as height"
layers.Resizing(height=img_width, width=img_height)  # error: CAT202
layers.CenterCrop(WIDTH, HEIGHT)  # error: CAT202
layers.RandomCrop(WIDTH, HEIGHT)  # error: CAT202
layers.Reshape((img_width // 4, img_height // 4, 64))  # error: CAT202
layers.Conv2D(32, 3, input_shape=(WIDTH, HEIGHT, 3))  # error: CAT202


def resize(picture, w, h, sx, sy):
    layers.UpSampling2D(size=(sx, sy))  # error: CAT202
    tf.image.resize_with_pad(picture, w, h)  # error: CAT202
    tf.image.crop_to_bounding_box(picture, 0, 0, w, h)  # error: CAT202
    return tf.image.resize(picture, (w, h))  # error: CAT202


def load(path, generator):
    keras.utils.image_dataset_from_directory(path, image_size=IMG_SIZE)  # error: CAT202
    generator.flow_from_directory(path, target_size=(img_width, img_height))  # error: CAT202
    keras.utils.load_img(path, target_size=(WIDTH, HEIGHT))  # error: CAT202
    image = Image.open(path)
    image = image.resize((HEIGHT, WIDTH))  # error: CAT202 "(width, height)"
    return cv2.resize(cv2.imread(path), (img_height, img_width))  # error: CAT202


def crop(picture, offset_width, offset_height, h, w):
    return tf.image.crop_to_bounding_box(picture, offset_width, offset_height, h, w)  # error: CAT202


img_nrows, img_ncols = 300, 400
keras.utils.load_img("a.png", target_size=(img_ncols, img_nrows))  # error: CAT202
if keras.backend.image_data_format() == "channels_first":
    input_shape = (3, img_width, img_height)
else:
    input_shape = (img_width, img_height, 3)
layers.Conv2D(8, 3, input_shape=input_shape)  # error: CAT202
kernel = tf.zeros((3, 3, 8, 8)).numpy().transpose([2, 3, 1, 0])


def arrays(images, mask, reference, photo):
    n = len(images)
    images = images.reshape(n, img_width, img_height, 1)  # error: CAT202
    images = images.reshape((n, img_width, img_height, 3))  # error: CAT202
    empty = np.zeros((n, img_width, img_height, 3))  # error: CAT202
    grid = tf.reshape(images, (-1, img_width, img_height, 8))  # error: CAT202
    mask = cv2.resize(mask, reference.shape[:2])  # error: CAT202 "(height, width)"
    mask = cv2.resize(mask, (reference.shape[0], reference.shape[1]))  # error: CAT202
    rows, cols = reference.shape[:2]
    mask = cv2.resize(mask, (rows // 2, cols // 2))  # error: CAT202
    w, h = photo.size
    return tf.image.resize(grid, (w, h)), mask, empty  # error: CAT202


def boxes(image, offset_x, offset_y, h, w):
    return tf.image.crop_to_bounding_box(image, offset_x, offset_y, h, w)  # error: CAT202


scale_w, scale_h = 2, 3
layers.UpSampling2D((scale_w, scale_h))  # error: CAT202
keras.utils.load_img("a.png", "rgb", (img_width, img_height))  # error: CAT202


def enlarged(height, width, scale, channels):
    shape = (width * scale, height * scale, channels)
    return keras.Input(shape=shape)  # error: CAT202 "width * scale, height * scale say"


def halved(width, height):
    return keras.Input((width / 2**7, height / 2**7, 3))  # error: CAT202


def windows(x, patch_height, patch_width, window_height, window_width, channels):
    return keras.ops.reshape(x, (-1, patch_height, patch_width, window_width, window_height, channels))  # error: CAT202


imresize(kernel, (img_width, img_height))  # error: CAT202


def by_default(input_shape=(img_width, img_height, 3), size=(img_width, img_height)):  # error: CAT202
    image = keras.Input(shape=input_shape)
    return keras.ops.image.resize(image, size)  # error: CAT202


keras.Sequential([layers.Flatten(input_shape=(img_width, img_height))])  # error: CAT202


def net(input_shape=(img_height, img_width, 3), image_shape=(img_width, img_height, 1)):  # error: CAT202
    return keras.Input(shape=input_shape), image_shape
keras.Input((3, img_width, img_height))  # error: CAT202 "(channels, height, width)"
