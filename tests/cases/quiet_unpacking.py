import keras
from keras import layers
from keras import backend as K

x = keras.Input((32, 48, 3))
batch, height, width, channels = x.shape
_, h, w, c = keras.ops.shape(x)
img_h, img_w = x.shape[1:3]
rows, cols = x.shape[1], x.shape[2]
cols, rows = x.shape[2], x.shape[1]
map_height = x.shape[1]
map_width = x.shape[2]
last = x.shape[-1]
y = keras.Input((10, 8))
_, steps, features = y.shape
heads = layers.Reshape((4, 10, 2))(y)
_, h, q, w = heads.shape
h = heads.shape[2]
turned = layers.Permute((2, 1, 3))(x)
_, width, height, channels = turned.shape
electrodes = keras.Input((22, 256, 1))
num_channels = electrodes.shape[1]
first = keras.Input((3, 64, 48))
_, c, h, w = first.shape
height = first.shape[2]


def sizes(img, image, table, volume, input_shape, table_shape, kernel_shape):
    w, h = img.size
    height, width = image.shape[:2]
    h, w = table.shape
    w, h, d = volume.shape
    width, height = image
    hidden, weights = table.size
    table_w, table_h = table_shape
    kernel_w, kernel_h, depth = kernel_shape
    wide, high = input_shape[0], input_shape[1]
    if K.image_data_format() == "channels_first":
        rows = input_shape[2]
        cols = input_shape[3]
    else:
        rows = input_shape[1]
        cols = input_shape[2]
    return h, w, width, height, hidden, weights, d, rows, cols, wide, high, table_w, table_h, kernel_w, kernel_h, depth


def block(image, width):
    input_width = image.shape[3]
    return layers.Conv2D(width, 1)(image) if input_width != width else image


def sizes(image, ordering):
    if ordering == "channels_first":
        height = image.shape[2]
        width = image.shape[3]
    else:
        height = image.shape[1]
        width = image.shape[2]
    return height, width


block(keras.Input((24, 32, 3)), 8)
sizes(keras.Input((24, 32, 3)), "channels_last")


class Shuffle(layers.Layer):
    def __init__(self, data_format="channels_last"):
        super().__init__()
        self.data_format = data_format

    def call(self, x):
        shape = x.get_shape().as_list()
        if self.data_format == "channels_last":
            height, width, channels = shape[1:4]
        else:
            channels, height, width = shape[1:4]
        return keras.ops.reshape(x, (-1, height * width * channels))


Shuffle("channels_first")(keras.Input((24, 32, 3)))
