import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same")(x)
    return layers.Conv2D(filters, 3, padding="same")(x)


def unet(size, filters=16):
    image = keras.Input((size, size, 3))
    skips = []
    x = image
    for level in range(3):
        x = block(x, filters * 2**level)
        skips.append(x)
        x = layers.MaxPooling2D()(x)
    for skip in reversed(skips):
        x = layers.UpSampling2D()(x)
        x = layers.Concatenate()([x, skip])  # error: CAT101 "[x, line 19]" "in unet(), called from line 28 with size=100"
        x = block(x, filters)
    return keras.Model(image, x)


unet(128)
unet(256, 8)
unet(64)
unet(100)
unet(100)
unet(99)
