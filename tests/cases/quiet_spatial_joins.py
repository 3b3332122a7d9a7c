import keras
from keras import layers

inputs = keras.Input((32, 32, 3))
other = keras.Input((32, 32, 3))
conv = layers.Conv2D(16, 3, padding="same")
a = layers.Conv2D(16, 1, padding="same")(inputs)
b = layers.Conv2D(16, 3, padding="same")(inputs)
layers.Conv2D(8, 3)(layers.Concatenate(axis=-1)([a, b]))

# two pictures, one below the other
pair = layers.Concatenate(axis=1)([conv(inputs), conv(other)])
layers.Conv2D(8, 3)(pair)

top = layers.Cropping2D(((0, 16), (0, 0)))(a)
bottom = layers.Cropping2D(((16, 0), (0, 0)))(a)
layers.Conv2D(8, 3)(layers.Concatenate(axis=1)([top, bottom]))

taller = layers.Concatenate(axis=1)([a, b])  # one map below the other, a taller picture
layers.Conv2D(8, 3)(taller)

flat = layers.Flatten()(layers.Concatenate(axis=1)([a, b]))
layers.Dense(4)(flat)

rows = layers.AveragePooling2D((1, 32))(a)
columns = layers.AveragePooling2D((1, 32))(b)
layers.Conv2D(8, 1)(layers.Concatenate(axis=1)([rows, columns]))

first = keras.Input((3, 32, 32))
c = layers.Conv2D(16, 1, padding="same")(first)
d = layers.Conv2D(16, 3, padding="same")(first)
layers.Conv2D(8, 3)(layers.Concatenate(axis=1)([c, d]))
e = layers.Conv2D(16, 1, padding="same", data_format="channels_first")(first)
f = layers.Conv2D(16, 3, padding="same", data_format="channels_first")(first)
layers.Conv2D(8, 3, data_format="channels_first")(layers.Concatenate(axis=1)([e, f]))


def joined(x, y):  # what it returns may be taken apart elsewhere
    return layers.concatenate([layers.Conv2D(8, 1)(x), layers.Conv2D(8, 1)(x)], axis=1)


unused = joined(inputs, other)

clip = keras.Input((6, 32, 32, 3))
past = layers.ConvLSTM2D(8, 3, padding="same", return_sequences=True)(clip)
more = layers.ConvLSTM2D(8, 3, padding="same", return_sequences=True)(past)
layers.ConvLSTM2D(8, 3)(layers.Concatenate(axis=1)([past, more]))

# A mosaic: both sides grow.
upper = layers.Concatenate(axis=2)([a, b])
lower = layers.Concatenate(axis=2)([b, a])
whole = layers.Concatenate(axis=1)([upper, lower])
layers.Conv2D(8, 3)(whole)
