"""Axes that are counted with the batch, or without, or from zero."""

from keras import layers


def get_crop_shape(target, refer):
    # width, the 3rd dimension
    cw = target.shape[2] - refer.shape[2]
    # height, the 2nd dimension
    ch = target.shape[1] - refer.shape[1]
    return (ch // 2, ch - ch // 2), (cw // 2, cw - cw // 2)


def of_one_picture(image):
    # width, the 2nd dimension
    w = image.shape[1]
    # height, the first dimension
    h = image.shape[0]
    return w, h


def crop(x, skip):
    return layers.concatenate([x, layers.Cropping2D(get_crop_shape(skip, x))(skip)])
