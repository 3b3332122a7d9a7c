"""One map that is nearly a square, where all others of the function are."""

from keras import layers
from nets import block, conv_bn


def resnet(x):
    # 256,256,64 -> 128,128,64
    x = layers.MaxPooling2D(3, strides=2)(x)
    # 128,127,64 -> 128,128,256  # error: CAT301 "128,127,64"
    x = block(x, 64)
    # 128,128,256 -> 64,64,512
    return block(x, 128)


def inception(x):
    # mixed 0: 35 x 35 x 256
    x = layers.concatenate([conv_bn(x, 64), layers.Conv2D(64, (1, 7), padding="same")(x)])
    # mixed 1: 36 x 35 x 288  # error: CAT301 "36 x 35 x 288"
    x = layers.concatenate([conv_bn(x, 64), conv_bn(x, 96)])
    # mixed 2: 35 x 35 x 288
    x = layers.concatenate([conv_bn(x, 64), conv_bn(x, 96)])
    # mixed 3: 17 x 17 x 768
    x = layers.concatenate([conv_bn(x, 384), conv_bn(x, 384)])
    # mixed 9: 8 x 8 x 2048
    for _ in range(2):
        x = layers.concatenate([conv_bn(x, 320), conv_bn(x, 384)])
    return x
