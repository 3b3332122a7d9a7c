import keras
from keras import layers


def block(x, filters):
    x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
    return layers.Conv2D(filters, 3, padding="same", activation="relu")(x)


inputs = keras.Input((None, None, 3))
skips = []
x = inputs
for filters in (16, 32, 64):
    x = block(x, filters)
    skips.append(x)
    x = layers.MaxPooling2D(2)(x)
x = block(x, 128)
for filters in (64, 32, 16):
    x = layers.Conv2DTranspose(filters, 2, strides=2)(x)
    x = layers.Concatenate()([x, skips.pop()])  # error: CAT403 "the input height and width are each a multiple of 8" "(300 is not; 296 and 304 are)" "37 came from 75 by MaxPooling2D on line 16 (odd, rounded down)" "input on line 10"
    x = block(x, filters)
model = keras.Model(inputs, x)

one = keras.Input((None, 1))
down = layers.MaxPooling1D(3)(one)
up = layers.UpSampling1D(3)(down)
layers.Concatenate()([one, up])  # error: CAT403 "the input length is a multiple of 3" "(500 is not; 498 and 501 are)"


def dimensions(height, width):
    image = keras.Input((height, width, 3))
    x = layers.Conv2D(8, 3, strides=2, padding="same")(image)
    x = layers.UpSampling2D()(x)
    return keras.Model(image, layers.Add()([image, layers.Conv2D(3, 1)(x)]))  # error: CAT403 "height and width are each 1, or even"


picture = keras.Input((None, 64, 3))
a = layers.Conv2D(8, 3)(picture)
b = layers.AveragePooling2D(2)(a)
b = layers.Conv2D(8, 3)(b)
b = layers.UpSampling2D(2)(layers.ZeroPadding2D(1)(b))
layers.Multiply()([a, b])  # error: CAT403 "the input height is 8 or more, even" "(225 is not; 224 and 226 are)"
