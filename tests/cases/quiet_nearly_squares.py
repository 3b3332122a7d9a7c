"""Maps that are no squares for a reason, or one of a few."""

from keras import layers
from nets import block, conv_bn


def padded(x):
    # 256,256,64 -> 128,128,64
    x = layers.MaxPooling2D(3, strides=2)(x)
    # 128,129,64 -> 64,64,256
    x = block(layers.ZeroPadding2D(((0, 0), (1, 0)))(x), 64)
    # 64,64,256 -> 32,32,512
    return block(x, 128)


def narrow(x):
    # 35 x 35 x 256
    x = conv_bn(x, 64)
    # 35 x 35 x 288
    x = layers.Conv2D(288, (1, 3))(x)
    # 35 x 33 x 288
    x = conv_bn(x, 96)
    # 17 x 17 x 768
    x = block(x, 384)
    # 8 x 8 x 768
    return block(x, 384)


def few(x):
    x = layers.Conv2D(8, 3)(x)
    # 30 x 30 x 8
    x = conv_bn(x, 64)
    # 30 x 31 x 8
    return conv_bn(x, 64)


def two(x):
    # 35 x 35 x 256
    x = conv_bn(x, 64)
    # 35 x 36 x 288
    x = layers.Conv2D(288, 3)(x)
    # 17 x 18 x 288
    x = conv_bn(x, 96)
    # 17 x 17 x 768
    x = block(x, 384)
    # 8 x 8 x 768
    return block(x, 384)
