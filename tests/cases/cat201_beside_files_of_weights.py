"""Names of files of weights say that the format is TensorFlow's: channels last."""

from tensorflow.keras import layers
from tensorflow.keras.utils import get_file

WEIGHTS = "https://example.org/deeplabv3_xception_tf_dim_ordering_tf_kernels.h5"


def head(backbone, model):
    x = backbone(model)
    pooled = backbone.pooled(x)
    near = model.branch(layers.Conv2D(256, 1), x)
    # column-wise concatenation  # error: CAT201 "says width"
    x = layers.Concatenate()([pooled, near])
    x = layers.Conv2D(256, 1)(x)
    return x, get_file("weights.h5", WEIGHTS)
