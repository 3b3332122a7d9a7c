import keras
from keras import layers


def head(x, kind="big", size=None):
    if kind == "big":
        y = layers.Conv2D(8, 3, strides=2, padding="same")(x)
    else:
        y = x
    if size is not None:
        y = layers.Resizing(size, size)(y)
    try:
        return layers.Concatenate()([x, layers.UpSampling2D()(y)])
    except ValueError:
        return layers.Flatten()(x)


image = keras.Input((32, 32, 3))
head(image)
head(image, "small", 16)
head(image, kind="big", size=16)
