import keras
from keras import layers


def block(x, filters, name):
    for part in range(2):
        x = layers.Conv2D(filters, 3, padding="same", use_bias=False, name=f"{name}_{part}")(x)
        x = layers.BatchNormalization()(x)
        x = layers.ReLU()(x)
    return x


def unet(size=256, depth=4, filters=16):
    x = image = keras.Input((size, size, 3))
    skips = []
    for level in range(depth):
        x = block(x, filters * 2**level, f"down{level}")
        skips.append(x)
        x = layers.MaxPooling2D()(x)
    x = block(x, filters * 2**depth, "bottom")
    for level, skip in reversed(list(enumerate(skips))):
        x = layers.Conv2DTranspose(filters * 2**level, 2, strides=2, padding="same")(x)
        x = layers.Concatenate()([x, skip])
        x = block(x, filters * 2**level, f"up{level}")
    return keras.Model(image, layers.Conv2D(1, 1, activation="sigmoid")(x))


model = unet()
small = unet(size=64, depth=3)
