"""Layers put together by a function of another file, the convolution by one of this."""

from keras import layers
from utils import compose


def darknet_conv2d(*args, **kwargs):
    return layers.Conv2D(*args, padding="same", **kwargs)


def DarknetConv2D(*args, **kwargs):
    return darknet_conv2d(*args, use_bias=False, **kwargs)


def block(*args, **kwargs):
    return compose(
        DarknetConv2D(*args, **kwargs),
        layers.BatchNormalization(axis=1),  # error: CAT406 "behind DarknetConv2D" "axis=-1"
        layers.LeakyReLU(),
    )


def vectors(units):
    return compose(layers.Dense(units), layers.BatchNormalization(axis=1))


def activated(*args):
    return compose(DarknetConv2D(*args), layers.ReLU(), layers.BatchNormalization(axis=-1))
