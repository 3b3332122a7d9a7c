"""The sides of a kernel that are called width and height; of a stride, x and y."""

from keras import layers


def conv(x, filters, kernel_width, kernel_height, sx, sy):
    x = layers.Conv2D(filters, (kernel_width, kernel_height))(x)  # error: CAT202
    return layers.UpSampling2D((sx, sy))(x)  # error: CAT202
