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


# A test for a rank that can't be decided tells apart the tensors that its branches are for.
class RowsOrMaps(layers.Layer):
    def __init__(self, module):
        super().__init__()
        self.module = module

    def call(self, x):
        if self.module.input_spec.ndim == 3:
            return keras.ops.reshape(x, [1, 5, 4, 2])
        return keras.ops.reshape(x, [1, 5, 6, 4, 2])


RowsOrMaps(elsewhere())(keras.Input((5, 8), batch_size=1))


# Nobody calls this one here: its `call` is the body of a layer all the same.
class Pooled(layers.Layer):
    def __init__(self):
        super().__init__()
        self.conv = layers.Conv2D(8, 3)
        self.pool = layers.MaxPooling2D(3, 2, padding="SAME")

    def call(self, x):
        return self.pool(self.conv(x))


# Nor does anybody say what a tensor holds.
class Residual(layers.Layer):
    def __init__(self, filters, stride):
        super().__init__()
        self.conv = layers.Conv2D(filters, 1, stride)
        self.filters, self.stride = filters, stride

    def call(self, x):
        y = self.conv(x)
        if x[-1] == self.filters and self.stride == 1:
            y = layers.Add()([x, y])
        return y


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.stem = layers.Conv2D(32, 3)
        self.block = Residual(16, 1)

    def call(self, x):
        return self.block(self.stem(x))


net = keras.Model(image, image)
if getattr(net, "joined", None):
    layers.Add()([net(image), keras.Input((7, 7, 5))])
