"""Weights of Theano's format, and code that asks for it: nothing tells which axis is the last."""

from tensorflow.keras import layers
from tensorflow.keras import backend as K

WEIGHTS = "https://example.org/resnet50_th_dim_ordering_th_kernels.h5"


def head(backbone, model):
    x = backbone(model)
    pooled = backbone.pooled(x)
    near = model.branch(layers.Conv2D(256, 1), x)
    # column-wise concatenation
    x = layers.Concatenate()([pooled, near])
    return x, K.image_dim_ordering() == "th" and WEIGHTS
