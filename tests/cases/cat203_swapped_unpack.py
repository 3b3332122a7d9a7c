import keras
from keras import layers
import tensorflow as tf
from keras import backend as K

x = keras.Input((32, 48, 3))
batch, width, height, channels = x.shape  # error: CAT203 "gives the height before the width"
_, w, h, c = K.int_shape(x)  # error: CAT203
img_w, img_h = x.shape[1:3]  # error: CAT203
map_width = x.shape[1]  # error: CAT203 "which is the height"


def sizes(img, image, photo):
    h, w = img.size  # error: CAT203 "the size of a PIL image"
    rows = photo.size[0]  # error: CAT203
    cols = photo.size[1]
    width, height = image.shape[:2]  # error: CAT203
    return h, w, width, height, rows, cols
