"""Axes that are counted with the batch, in the function that crops a skip connection."""

from keras import backend as K
from keras import layers


def get_crop_shape(target, refer):
    # height, the 3rd dimension  # error: CAT201 "is its width"
    cw = target.get_shape().as_list()[2] - refer.get_shape().as_list()[2]
    # height, the 2nd dimension
    ch = K.int_shape(target)[1] - K.int_shape(refer)[1]
    return (ch // 2, ch - ch // 2), (cw // 2, cw - cw // 2)


def crop(x, skip):
    return layers.concatenate([x, layers.Cropping2D(get_crop_shape(skip, x))(skip)])
