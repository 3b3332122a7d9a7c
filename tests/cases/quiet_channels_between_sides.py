"""Maps of other proportions, channels first throughout, and lists that are no maps."""

from keras import layers


def wide(inputs):
    # 160,320,3 -> 80,160,32
    x = layers.Conv2D(32, 3, strides=2, padding="same")(inputs)
    # 80,160,32 -> 40,80,40
    x = layers.Conv2D(40, 3, strides=2, padding="same")(x)
    # 40,80,40 -> 20,40,256
    x = layers.Conv2D(256, 3, strides=2, padding="same")(x)
    return x


def in_front(inputs):
    # 3,160,160 -> 32,80,80
    x = layers.Conv2D(32, 3, strides=2, padding="same")(inputs)
    # 32,80,80 -> 128,40,40
    x = layers.Conv2D(128, 3, strides=2, padding="same")(x)
    # 128,40,40 -> 256,20,20
    x = layers.Conv2D(256, 3, strides=2, padding="same")(x)
    return x


def settings(inputs):
    # conv2 3, 3, 64
    x = layers.Conv2D(64, 3, padding="same")(inputs)
    # image_size 64, 32, 3
    # 64,64,64 -> 32,32,64
    x = layers.MaxPooling2D(2)(x)
    # 32,32,64 -> 16,16,64
    x = layers.MaxPooling2D(2)(x)
    # 16,16,64 -> 8,8,64
    x = layers.MaxPooling2D(2)(x)
    return x


def pooled_rows(inputs):
    # 64,64,8 -> 32,32,8
    x = layers.MaxPooling2D(2)(inputs)
    # 32,32,8 -> 16,16,8
    x = layers.MaxPooling2D(2)(x)
    # 16,16,8 -> 16,8,8
    x = layers.MaxPooling2D((1, 2))(x)
    return x
