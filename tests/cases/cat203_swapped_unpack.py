"""Written for TensorFlow 2.10, which took its own functions between layers."""

import keras
from keras import layers
import tensorflow as tf
from keras import backend as K

x = keras.Input((32, 48, 3))
batch, width, height, channels = x.shape  # error: CAT203 "axis 1 is the height, axis 2 is the width"
_, w, h, c = K.int_shape(x)  # error: CAT203
img_w, img_h = x.shape[1:3]  # error: CAT203
feature_w, feature_h = x.shape[1], x.shape[2]  # error: CAT203
batch, channels, height, width = x.shape  # error: CAT203 "axis 1 is the height, axis 2 is the width"
w, h = x.shape[-3:-1]  # error: CAT203
n, w, h, c = x.get_shape().as_list()  # error: CAT203
n, w, h, c = tf.shape(x)  # error: CAT203
map_width = x.shape[1]  # error: CAT203 "which is the height"
num_rows = int(x.shape[2])  # error: CAT203 "which is the width"
num_channels = x.shape[1]  # error: CAT203 "which is the height"
shape = K.int_shape(x)
cols = shape[1]  # error: CAT203

video = keras.Input((10, 32, 48, 3))
n, t, w, h, c = video.shape  # error: CAT203


def sizes(img, image, photo, mask, frame):
    h, w = img.size  # error: CAT203 "the size of a PIL image"
    rows = photo.size[0]  # error: CAT203
    cols = photo.size[1]
    width, height = image.shape[:2]  # error: CAT203
    mask_w, mask_h = mask.shape  # error: CAT203
    nw, nh = frame.shape[0], frame.shape[1]  # error: CAT203
    return h, w, width, height, rows, cols, mask_w, mask_h, nw, nh


def given(shape, image_shape):
    _, width, height, num_channels = shape  # error: CAT203
    w, h, c = image_shape  # error: CAT203
    return width, height, num_channels, w, h, c


class Grid(layers.Layer):
    def build(self, input_shape):
        _, w, h, c = input_shape  # error: CAT203
        self.w, self.h = input_shape[1:3]  # error: CAT203

    def call(self, inputs):
        batch_size, width, height, channels = inputs.shape  # error: CAT203
        return inputs


Grid()(x)


def compare(picture):
    width, height, _ = picture.shape  # error: CAT203
    return width, height

first = layers.Conv2D(8, 1, data_format="channels_first")(keras.Input((3, 32, 48)))
_, c, w, h = first.shape  # error: CAT203
model = keras.Sequential([keras.Input((32, 48, 3)), layers.Conv2D(3, 3)])
_, w, h, c = model.output_shape  # error: CAT203


steps = keras.layers.LSTM(64, return_sequences=True)(keras.Input((50, 300)))
time_steps = steps.shape[2]  # error: CAT203 "axis 2 of the shape, which is the features"
_, features, seq_len = steps.shape  # error: CAT203 "axis 1 is the steps"
maps = keras.layers.Conv2D(64, 3)(keras.Input((32, 40, 64)))
b, c, h, w = maps.shape  # error: CAT203 "axis 1 is the height, axis 2 is the width"
batch_size = maps.shape[-1]  # error: CAT203 "which is the channels"


def of_anchors(targets):  # the names are swapped where they are read, not what they give
    bs, width, height, _, channels = targets.get_shape().as_list()  # error: CAT203
    return tf.reshape(targets, [bs, width, height, channels])
