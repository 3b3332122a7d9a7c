import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
a = layers.Conv2D(16, 1, padding="same", activation="relu")(inputs)
b = layers.Conv2D(16, 3, padding="same", activation="relu")(inputs)
x = layers.Concatenate(axis=1)([a, b])  # error: CAT402 "along axis 1, the height" "axis=-1 joins the channels"
x = layers.Conv2D(32, 3, padding="same")(x)


def unet(size):
    image = keras.Input((size, size, 1))
    c1 = layers.Conv2D(16, 3, padding="same")(image)
    p1 = layers.MaxPooling2D()(c1)
    c2 = layers.Conv2D(32, 3, padding="same")(p1)
    u1 = layers.Conv2DTranspose(16, 2, strides=2, padding="same")(c2)
    m1 = layers.concatenate([u1, c1], axis=1)  # error: CAT402
    return layers.Conv2D(1, 1)(m1)


unet(64)


def dense_block(x, growth):
    for _ in range(2):
        y = layers.Conv2D(growth, 3, padding="same")(layers.ReLU()(x))
        x = layers.concatenate([x, y], axis=1)  # error: CAT402
    return x


layers.Conv2D(8, 1)(dense_block(keras.Input((32, 32, 12)), 12))

volume = keras.Input((16, 32, 32, 1))
v1 = layers.Conv3D(8, 3, padding="same")(volume)
v2 = layers.UpSampling3D()(layers.Conv3D(8, 3, padding="same")(layers.MaxPooling3D()(v1)))
v3 = layers.concatenate([v2, v1], axis=1)  # error: CAT402 "axis 1, the depth: the volume grows"
layers.Conv3D(1, 1)(v3)

# The last thing that a script makes.
towers = [layers.Conv2D(64, size, padding="same")(inputs) for size in (1, 3, 5)]
output = layers.concatenate(towers, axis=1)  # error: CAT402


def up(x, skip, filters):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.Concatenate(axis=1)([x, skip])  # error: CAT402
    return layers.Conv2D(filters, 3, padding="same")(x)


picture = keras.Input((64, 64, 3))
first = layers.Conv2D(8, 3, padding="same")(picture)
second = layers.Conv2D(16, 3, padding="same")(layers.MaxPooling2D()(first))
deepest = layers.Conv2D(32, 3, padding="same")(layers.MaxPooling2D()(second))
layers.Conv2D(1, 1)(up(up(deepest, second, 16), first, 8))

# Names that say how the picture grows.
tall = layers.concatenate(towers, axis=1)
wide = layers.concatenate(towers, axis=2)
both = layers.concatenate(towers, axis=2)  # error: CAT402
