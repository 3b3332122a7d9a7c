import keras
from keras import layers
from keras import backend as K

x = keras.Input((32, 48, 3))
batch, height, width, channels = x.shape
_, h, w, c = K.int_shape(x)
img_h, img_w = x.shape[1:3]
map_height = x.shape[1]
map_width = x.shape[2]
last = x.shape[-1]
y = keras.Input((10, 8))
_, steps, features = y.shape


def sizes(img, image, table, volume):
    w, h = img.size
    height, width = image.shape[:2]
    h, w = table.shape
    w, h, d = volume.shape
    width, height = image
    hidden, weights = table.size
    return h, w, width, height, hidden, weights, d
